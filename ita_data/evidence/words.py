"""What became of a link, in Thai."""

from typing import Literal

from ita_data.dates import thai_date
from ita_data.evidence.addresses import host_of, is_of_domain, plain_domain
from ita_data.model import LinkCheck, LinkState

OFFLINE = "เครื่องที่ใช้โปรแกรมนี้ยังไม่ได้เชื่อมต่ออินเทอร์เน็ต จึงยังไม่ได้ตรวจลิงก์ โปรดตรวจสอบการเชื่อมต่อแล้วลองใหม่"
YearHint = Literal["same", "other", "unknown"]
# A report's links may be of the calendar year its fiscal year begins in, or of the one after.
NEAR = 1

STATE_WORDS: dict[LinkState, str] = {
    LinkState.PUBLIC: "เปิดได้",
    LinkState.LOGIN: "ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อนจึงเปิดได้",
    LinkState.MISSING: "ไม่พบหน้านี้บนเว็บไซต์แล้ว",
    LinkState.FAULT: "เว็บไซต์แจ้งว่าเปิดหน้านี้ไม่ได้",
    LinkState.SILENT: "เว็บไซต์ไม่ตอบ",
    LinkState.NO_NAME: "ไม่มีเว็บไซต์ชื่อนี้",
    LinkState.CERTIFICATE: "ใบรับรองความปลอดภัย (https) ของเว็บไซต์มีปัญหา เบราว์เซอร์จะเตือนก่อนเปิด",
    LinkState.ASTRAY: "เว็บไซต์ส่งต่อไปที่อื่นจนเปิดไม่ได้",
    LinkState.REFUSED: "ไม่ได้เปิดลิงก์นี้",
    LinkState.UNKNOWN: "ยังไม่ทราบว่าเปิดได้หรือไม่",
}
WHY_WORDS: dict[str, str] = {
    "slow": "รอคำตอบนานเกินกำหนด",
    "refused": "เครื่องของเว็บไซต์ไม่รับการเชื่อมต่อ",
    "reset": "การเชื่อมต่อถูกตัด",
    "unreachable": "ไปไม่ถึงเครื่องของเว็บไซต์",
    "malformed": "คำตอบผิดรูปแบบ",
    "expired": "หมดอายุแล้ว",
    "name": "เป็นของเว็บไซต์ชื่ออื่น",
    "issuer": "ไม่รู้จักผู้ออกใบรับรอง หรือเว็บไซต์ส่งใบรับรองมาไม่ครบชุด",
    "tls": "เชื่อมต่อแบบปลอดภัยไม่ได้",
    "loop": "ส่งต่อวนไปมาไม่สิ้นสุด",
    "not_web": "ปลายทางไม่ใช่ที่อยู่เว็บไซต์ (http หรือ https)",
    "private": "อยู่ในเครือข่ายภายใน ซึ่งคนทั่วไปเปิดไม่ได้",
    "port": "ใช้พอร์ตอื่นนอกจาก 80 และ 443",
    "credentials": "มีชื่อผู้ใช้หรือรหัสผ่านอยู่ในลิงก์",
    "busy": "เว็บไซต์ขอให้ลองใหม่ภายหลัง",
    "offline": "ยังค้นหาเว็บไซต์จากเครื่องนี้ไม่ได้",
}


def link_words(check: LinkCheck) -> str:
    """ "ไม่พบหน้านี้บนเว็บไซต์แล้ว (404)", "เว็บไซต์ไม่ตอบ: รอคำตอบนานเกินกำหนด"."""
    words = STATE_WORDS[check.state]
    if why := WHY_WORDS.get(check.why):  # another version of the program may know more
        words = f"{words}: {why}"
    elif check.status and check.status >= 300:
        words = f"{words} ({check.status})"
    host = host_of(check.landed)
    elsewhere = host if host and host != host_of(check.address) else ""
    return f"{words} ส่งต่อไปที่ {elsewhere}" if elsewhere else words


def checked_on(check: LinkCheck) -> str:
    """ "ตรวจเมื่อ 22 พ.ย. 2568"; the time is given in the zone it is to be shown in."""
    return f"ตรวจเมื่อ {thai_date(check.at.date())}"


def is_own(check: LinkCheck, domain: str) -> bool | None:
    """Whether a link, and where it leads, is on the agency's own domain; None: none is set."""
    own = plain_domain(domain)
    hosts = [host_of(address) for address in (check.address, check.landed) if address]
    return all(host and is_of_domain(host, own) for host in hosts) if own else None


def own_words(check: LinkCheck, domain: str) -> str:
    """The same as a phrase; "" where no domain is set."""
    own = is_own(check, domain)
    if own is None:
        return ""
    return "อยู่บนเว็บไซต์ของหน่วยงาน" if own else "อยู่นอกเว็บไซต์ของหน่วยงาน"


def year_hint(check: LinkCheck, fiscal_year: int | None) -> YearHint:
    """Whether a link looks like the fiscal year's: a hint only. "other" where its address or
    title names years and none of them is near."""
    if fiscal_year is None or check.state is not LinkState.PUBLIC:
        return "unknown"
    if fiscal_year in (*check.years, *check.text_years):
        return "same"
    far = check.years and all(abs(year - fiscal_year) > NEAR for year in check.years)
    return "other" if far else "unknown"


def year_words(check: LinkCheck, fiscal_year: int | None) -> str:
    """The hint as a phrase, worded as one; "" where nothing can be said."""
    hint = year_hint(check, fiscal_year)
    if hint == "unknown" or fiscal_year is None:
        return ""
    if hint == "same":
        return f"พบปี {fiscal_year} ในลิงก์หรือในหน้าเว็บ น่าจะตรงปีงบประมาณ"
    years = ", ".join(map(str, check.years))
    return f"ในลิงก์หรือชื่อหน้าพบปี {years} จึงอาจไม่ใช่ของปีงบประมาณ {fiscal_year}"
