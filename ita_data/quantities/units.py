"""What Thai reports count in: the classifiers, as data. The longest match wins."""

import re
from collections.abc import Callable

from ita_data.thai import fold, one_of


def words(lines: str) -> tuple[str, ...]:
    """The words of a list that white space parts."""
    return tuple(lines.split())


PERCENT = "ร้อยละ"
TIMES = "ครั้ง"
SCORE = "คะแนน"
# Units whose count says how often, not how many.
EVENTS = frozenset({TIMES, "หน", "รอบ"})
PEOPLE = frozenset({"คน", "ท่าน", "ราย", "นาย", "บุคคล", "อัตรา"})

COUNTED = words(
    """
    ครั้ง หน รอบ คน ท่าน ราย นาย บุคคล อัตรา รูป ครัวเรือน หลังคาเรือน ครอบครัว ชุมชน หมู่บ้าน
    ช่องทาง เล่ม คู่มือ ฉบับ ชุด ชุดข้อมูล แผ่น แผ่นพับ ใบ หน้าเว็บ ป้าย จุด แห่ง สถานที่
    พื้นที่ เรื่อง ประเด็น ประเด็นความเสี่ยง หัวข้อ หัวเรื่อง ข้อ ข้อมูล ข้อร้องเรียน ข้อเสนอแนะ รายการ รายชื่อ
    รายงาน โครงการ กิจกรรม มาตรการ แนวทาง แผน แผนงาน แผนก นโยบาย ประกาศ คำสั่ง ระเบียบ หนังสือ
    บันทึก หลักสูตร รุ่น กลุ่ม กลุ่มเป้าหมาย คณะ คณะทำงาน ทีม กอง สำนัก ส่วนราชการ หน่วยงาน
    หน่วย องค์กร โรงเรียน ตำบล ด้าน ประเภท ชนิด รูปแบบ วิธี ขั้นตอน กระบวนงาน กระบวนการ งาน
    บริการ ระบบ เว็บไซต์ เพจ แพลตฟอร์ม ช่อง สื่อ โพสต์ ข่าว บทความ คลิป วิดีโอ ภาพ อินโฟกราฟิก
    ตัว ตัวชี้วัด ตัวอย่าง ชิ้น ชิ้นงาน อัน เครื่อง คัน หลัง ห้อง คู่ สัญญา สัญญาจ้าง ตำแหน่ง
    คะแนน แต้ม แบบ แบบฟอร์ม แบบประเมิน แบบสอบถาม สำนักงาน คิว บัตร บัตรคิว วาระ นวัตกรรม ผลงาน ดวง ต้น
    ศูนย์ เวที สาย คำถาม รางวัล กลุ่มงาน ห้องเรียน ชั้นเรียน ใบสั่ง ใบอนุญาต ใบสมัคร ใบเสร็จ
    หอผู้ป่วย เตียง ฎีกา คำร้อง คำขอ สำนวน คดี ข้อคิดเห็น ความคิดเห็น ข้อตกลง
    ข้อสั่งการ ฝ่าย สาขา แผนกวิชา สาขาวิชา วิชา หน่วยบริการ หน่วยรับตรวจ สายงาน เครือข่าย กองทุน
    แฟ้ม ไฟล์ ทะเบียน บัญชี เอกสาร เกียรติบัตร โล่ ตู้ กล่อง กล้อง บอร์ด แบนเนอร์ วีดิทัศน์ สปอต
    แอปพลิเคชัน โปรแกรม เมนู แปลง หลักเกณฑ์ แบบคำร้อง ไลน์กลุ่ม ผืน ม้วน ซุ้ม บูธ ฐาน เสา ลำ โซน
    อำเภอ จังหวัด ร้าน ร้านค้า บริษัท โรงงาน สถานประกอบการ สถานศึกษา โรงพยาบาล สถานี รายวิชา
    ผลิตภัณฑ์ องค์ประกอบ ตัวบ่งชี้ มติ ญัตติ ข้อหารือ ลิงก์ ชุดความรู้ องค์ความรู้ แผงค้า แผง
    จอ ถัง ถุง ขวด เส้น เส้นทาง สายทาง เที่ยว เขต แขวง กรณี เคส ข้อความ กระทู้ คาบ สมัย ตอน เหรียญ ถ้วย
    สติกเกอร์ เคาน์เตอร์ โต๊ะ อาคาร บ่อ แท่น โมดูล แดชบอร์ด คิวอาร์โค้ด ชมรม ภาคี อุปกรณ์
    ใบรับรอง ใบประกาศ ใบแจ้ง คำชี้แจง คำแนะนำ หมวด กระบอก กระสอบ กระถาง งานบริการ ลูก เรือ สนาม ลาน
    ศาลา ตลาด มิติ ภารกิจ กลยุทธ์ ยุทธศาสตร์ ปัญหา ข้อค้นพบ ความเสี่ยง เหตุการณ์ จุดตรวจ ด่าน ระดับ ระดับชั้น
    ภาษา ภาค รีม คลินิก ธนาคาร โดส ยูนิต ข้อเสนอ กิโลกรัม ลิตร อปท. รพ.สต. ศพด. กลุ่มสาระ คู่สัญญา ผู้ประกอบการ
    แบบรายงาน ซอง มัด หลอด แท่ง ใบปลิว ร่าง
    Infographic infographic QRCode Banner Clip Post Page
    """
)
# Read only where "จำนวน" or "อย่างน้อย" says that they are counted: mostly they are time limits.
DURATIONS = frozenset(words("ชั่วโมง ชม. นาที วัน คืน เดือน ไตรมาส สัปดาห์ ปีงบประมาณ ปี"))
# What sizes, times of day and articles of acts are told in: never counted.
MEASURES = words(
    """
    วัตต์ กิโล กม. เมตร เซนติเมตร ซม. ม. ไร่ ตารางวา ตารางเมตร ตร. ตัน กก. กรัม ลิตร น. นาฬิกา นิ้ว ฟุต องศา
    แรงม้า ซีซี วรรค ทวิ ตรี วา หลา โวลต์ แอมป์ หน้า GB MB TB Mbps kg km mm cm
    """
)
# Words that begin like a classifier and are none.
NO_UNITS = frozenset(
    words(
        """
    รายละเอียด รายจ่าย รายรับ รายนาม รายเดือน รายปี รายไตรมาส รายบุคคล ภาพรวม ครั้งคราว
    รอบคอบ รอบปี รอบด้าน ตัวแทน จุดเด่น จุดอ่อน จุดแข็ง หลังจาก หลังการ งานบุคคล งบประมาณ ตัวเลข
    เครื่องมือ เครื่องหมาย สายตรวจ ศูนย์บาท ใบหน้า งานวัน แบบอย่าง คู่ขนาน คู่กับ ชุดนี้ อันดับ
    อันเนื่อง อันเป็น ต้นไป ต้นปี ต้นเดือน ห้องประชุม ระบบราชการ จอง จอด ตอนเช้า ตอนบ่าย ตอนเย็น ตอนต้น
    ตอนปลาย ลูกจ้าง ลูกค้า ลูกหนี้ ลูกบ้าน ลูกเสือ เรือน ลานกว้าง ร่างกาย ร่างข้อ บ่อย เขตพื้นที่ เที่ยวบิน
    """
    )
)
# Nouns that also begin a line of a list: "3 โครงการอบรม…" is item 3, not three projects.
NOUNS = frozenset(
    words(
        """
    คู่มือ เรื่อง ประเด็น ข้อมูล รายการ รายงาน โครงการ กิจกรรม มาตรการ แนวทาง แผน แผนงาน นโยบาย
    ประกาศ คำสั่ง ระเบียบ หนังสือ บันทึก หลักสูตร กลุ่ม คณะ คณะทำงาน กอง สำนัก ส่วนราชการ
    หน่วยงาน สำนักงาน ด้าน รูปแบบ วิธี ขั้นตอน กระบวนงาน กระบวนการ งาน บริการ ระบบ เว็บไซต์ เพจ สื่อ ข่าว
    บทความ ตัวชี้วัด ผลงาน ศูนย์ สัญญา ช่องทาง การ พื้นที่ องค์กร ชุมชน ผล กรณี เขต เส้นทาง
    ข้อความ อาคาร อุปกรณ์ ภาคี หมวด คำชี้แจง คำแนะนำ ตลาด ปัญหา ระดับ ความเสี่ยง มิติ
    กลยุทธ์ ยุทธศาสตร์ ภารกิจ
    """
    )
)
# "3 รายงาน" alone is nearly always an item number before a verb.
VERBS = frozenset({"รายงาน", "ประกาศ", "บันทึก"})

_KNOWN = frozenset(COUNTED)
_PERCENT_SIGNS = frozenset(words("% ％ เปอร์เซ็นต์ เปอร์เซนต์ เปอร์เซ็นต เปอร์เซ็น เปอร์เซ้นต์ เปอร์เซ็นท์"))
# A vowel or tone right after it belongs to another word: "2 หน้า" is not twice (หน).
_WORD_GOES_ON = r"(?![ะ-ฺ็-๎])"
_UNIT = re.compile(one_of([*COUNTED, *DURATIONS, *NO_UNITS, *_PERCENT_SIGNS]) + _WORD_GOES_ON)
# Where an unknown unit's word ends, as Thai does not part words.
_STOPS = re.compile(
    r"เพื่อ|และ|หรือ|ให้|ที่|ของ|ใน|โดย|ได้|ต่อ|จาก|สำหรับ|ทั้ง|เป็น|ภาย|แก่|กับ|พร้อม|รวม|ซึ่ง|ณ"
    r"|ตาม|ผ่าน|ดัง|คือ|เช่น|ประกอบ|จำนวน|มี|ไม่|แล้ว|ปีละ|เดือนละ|ไตรมาสละ|สัปดาห์ละ|ขึ้นไป"
)
_WORD = re.compile(r"[ก-ฮเ-ไA-Za-z][ก-๎A-Za-z]*")
_NAMES_PERCENT = re.compile(r"^ร้อยละ|\((?:ร้อยละ|%)\)")
_COUNTS = re.compile(r"^จำนวน(?:ของ)?")
_MONEY = re.compile(r"(?:หมื่น|แสน|ล้าน|พัน|ร้อย)*บาท|\.-")
LONGEST_UNKNOWN = 20


def unit_at(
    folded: str, at: int, word_end: Callable[[int], int] | None = None
) -> tuple[str, int] | None:
    """The known unit that stands there and where it ends; None where there is none.

    `word_end` tells where the file's own word ends. A unit that fills it is one, whatever the
    letters after it seem to make of it ("77 ราย รับทราบ" is no รายรับ).
    """
    match = _UNIT.match(folded, at)
    if match is None:
        return None
    unit = match[0]
    if unit in NO_UNITS:
        word = folded[at : word_end(at)] if word_end else ""
        return (word, at + len(word)) if word in _KNOWN else None
    return (PERCENT if unit in _PERCENT_SIGNS else unit), match.end()


def unit_named(indicator: str) -> str:
    """The unit in an indicator's name: "จำนวนคู่มือที่จัดทำ" → คู่มือ, "ร้อยละของ…" → ร้อยละ, else ""."""
    folded = fold(indicator).text
    if _NAMES_PERCENT.search(folded):
        return PERCENT
    counted = _COUNTS.search(folded)
    found = unit_at(folded, counted.end()) if counted else None
    return found[0] if found else ""


def is_money(folded: str, at: int) -> bool:
    return bool(_MONEY.match(folded, at))


def word_at(folded: str, at: int, limit: int) -> tuple[str, int] | None:
    """The short word that stands there, for units we do not know; ends at `limit` at most."""
    match = _WORD.match(folded, at, min(limit, at + LONGEST_UNKNOWN))
    if match is None:
        return None
    stop = _STOPS.search(match[0])
    word = match[0][: stop.start()] if stop else match[0]
    if not word:
        return None
    known_none = _UNIT.match(folded, at)
    return None if known_none and known_none[0] in NO_UNITS else (word, at + len(word))
