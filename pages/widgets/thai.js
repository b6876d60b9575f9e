// What the framework says by itself, in Thai: as text and as what is read aloud. Our own pages
// (.stHtml) are Thai already and are left out, which also keeps this cheap.
if (!window.itaThai) {
  window.itaThai = true;
  const WORDS = {
    "25th percentile": "เปอร์เซ็นไทล์ที่ 25",
    "75th percentile": "เปอร์เซ็นไทล์ที่ 75",
    "Add options": "เลือกเพิ่ม",
    "Add row": "เพิ่มแถว",
    "App pages": "หน้าต่าง ๆ",
    "Autosize": "ปรับความกว้างให้พอดี",
    "Average": "ค่าเฉลี่ย",
    "Average length": "ความยาวเฉลี่ย",
    "Based on sample": "คิดจากตัวอย่างข้อมูล",
    "Choose an option": "โปรดเลือก",
    "Choose options": "โปรดเลือก",
    "Clear all": "ล้างทั้งหมด",
    "Clear selection": "ล้างการเลือก",
    "Clear value": "ล้างค่า",
    "Close": "ปิด",
    "Close fullscreen": "ออกจากเต็มจอ",
    "Collapse sidebar": "ซ่อนเมนู",
    "Connection error": "ขาดการเชื่อมต่อกับเซิร์ฟเวอร์",
    "Copy column name": "คัดลอกชื่อคอลัมน์",
    "Dataframe column menu": "เมนูของคอลัมน์",
    "Delete row(s)": "ลบแถว",
    "Distinct": "ค่าที่ไม่ซ้ำ",
    "Download as CSV": "ดาวน์โหลดเป็น CSV",
    "Drag and drop a file here": "ลากไฟล์มาวางที่นี่",
    "Drag and drop files here": "ลากไฟล์มาวางที่นี่",
    "Empty": "ช่องว่าง",
    "Expand sidebar": "เปิดเมนู",
    "file upload": "เลือกไฟล์",
    "Format": "รูปแบบการแสดง",
    "Fullscreen": "เต็มจอ",
    "Hide column": "ซ่อนคอลัมน์",
    "Maximum": "ค่าสูงสุด",
    "Maximum length": "ยาวที่สุด",
    "Median": "มัธยฐาน",
    "Minimum": "ค่าต่ำสุด",
    "Minimum length": "สั้นที่สุด",
    "No data": "ไม่มีข้อมูล",
    "No options to select": "ไม่มีตัวเลือก",
    "No options to select.": "ไม่มีตัวเลือก",
    "No results": "ไม่พบตัวเลือกที่ตรงกัน",
    "Open": "เปิดรายการ",
    "Page not found": "ไม่พบหน้านี้",
    "Pin column": "ตรึงคอลัมน์",
    "Range": "ช่วง",
    "Running...": "กำลังทำงาน",
    "Search": "ค้นหา",
    "Select all": "เลือกทั้งหมด",
    "Selected values": "ที่เลือกไว้",
    "Show/hide columns": "แสดงหรือซ่อนคอลัมน์",
    "Sidebar": "แถบเมนู",
    "Skip to main content": "ข้ามไปที่เนื้อหา",
    "Sort ascending": "เรียงจากน้อยไปมาก",
    "Sort descending": "เรียงจากมากไปน้อย",
    "Standard deviation": "ส่วนเบี่ยงเบนมาตรฐาน",
    "Statistics": "ค่าสถิติ",
    "Sum": "ผลรวม",
    "Unpin column": "เลิกตรึงคอลัมน์",
    "Upload": "เลือกไฟล์",
    "Values": "จำนวนค่า",
  };
  const PHRASES = [
    [/^The page that you have requested does not seem to exist.*/s,
      "ไม่มีหน้าตามที่อยู่นี้ จึงเปิดหน้าภาพรวมแทน"],
    [/^You have requested page .*/s, "ไม่มีหน้าตามที่อยู่นี้ จึงเปิดหน้าภาพรวมแทน"],
    [/^Is Streamlit still running.*/s,
      "ระบบจะเชื่อมต่อใหม่เอง สิ่งที่เก็บไว้แล้วยังอยู่ครบ หากนานเกินไป โปรดแจ้งผู้ดูแลระบบ"],
    [/^(\d+)\s?MB per file.*/s, "ไม่เกิน $1 MB ต่อไฟล์ ลากไฟล์มาวางในกรอบนี้ก็ได้"],
    [/^Help for (.*)/s, "คำอธิบาย $1"],
    [/^Remove (.*)/s, "เอา $1 ออก"],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const SAID = ATTRIBUTES.map((name) => `[${name}]`).join();
  const PLACES = "[role=dialog],[role=listbox],[role=tooltip],[role=menu],[role=alert]," +
    "[data-testid=stDataFrameStatisticsMenu],[data-testid=stFileUploader]," +
    "[data-testid=stElementToolbar],[data-testid=stSelectbox]," +
    "[data-testid=stMultiSelect],[data-testid=stSkipToContent]";
  const thai = (words) => {
    const known = WORDS[words.trim()];
    if (known) return known;
    const [pattern, ours] = PHRASES.find(([one]) => one.test(words.trim())) ?? [];
    return pattern ? words.trim().replace(pattern, ours) : words;
  };
  const attributes = (element) => {
    for (const name of ATTRIBUTES) {
      const words = element.getAttribute(name);
      if (words && thai(words) !== words) element.setAttribute(name, thai(words));
    }
  };
  const texts = (place) => {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { nodeValue } = walk.currentNode;
      if (nodeValue && thai(nodeValue) !== nodeValue) walk.currentNode.nodeValue = thai(nodeValue);
    }
  };
  const look = (element) => {
    if (element.nodeType !== 1 || element.closest(".stHtml")) return;
    attributes(element);
    element.querySelectorAll(SAID).forEach(attributes);
    if (element.closest(PLACES)) texts(element);
    else element.querySelectorAll(PLACES).forEach(texts);
  };
  new MutationObserver((changes) => changes.forEach(
    ({ type, target, addedNodes }) =>
      type === "attributes" ? target.closest(".stHtml") || attributes(target)
        : addedNodes.forEach(look)
  )).observe(document.body,
    { childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES });
  look(document.body);
}
