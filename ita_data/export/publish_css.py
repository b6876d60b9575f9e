"""How the page to publish looks: on a wide screen, on a phone, on paper."""

PUBLISH_CSS = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#1A2433;line-height:1.6;font-size:1rem;
 font-family:Sarabun,"TH Sarabun New","TH SarabunPSK","Noto Sans Thai","Leelawadee UI",Tahoma,
 sans-serif}
header,main,footer{max-width:80rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.5;margin:0;color:#1F3A5F}
h2{font-size:1.2rem;margin:2rem 0 .75rem;padding-bottom:.25rem;color:#1F3A5F;
 border-bottom:2px solid #1F3A5F}
header p{margin:.25rem 0}
.quiet,small{color:#4A5568}
.headline{font-size:1.15rem;font-weight:700;margin:1rem 0 0}
.caution{margin:.5rem 0 0;padding-left:.6rem;border-left:3px solid #8A5A00}
.skip{position:absolute;left:-999rem;padding:.5rem 1rem;background:#fff;color:#1F3A5F}
.skip:focus{left:.5rem;top:.5rem;outline:3px solid #1F3A5F;z-index:1}
.defs{position:absolute}
svg{display:block}
ul,ol{list-style:none;margin:0;padding:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem}
.tiles li{border:1px solid #8794A6;padding:.75rem 1rem}
.tiles strong{display:block;font-size:2rem;line-height:1.4;color:#1F3A5F}
.tiles small{display:block;margin-top:.35rem}
.bar,.whole{max-width:100%}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:.5rem}
.status{font-weight:700;white-space:nowrap}
.status svg{display:inline-block;vertical-align:-.05em}
.measures li{display:grid;
 grid-template-columns:minmax(0,5fr) minmax(11rem,2fr) minmax(6rem,3fr) 8rem;
 gap:.25rem 1rem;align-items:center;padding:.5rem 0;border-bottom:1px solid #D5DCE5}
.share{font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.9rem}
th,td{border:1px solid #1A2433;padding:.35rem .5rem;text-align:left;vertical-align:top;
 font-weight:400;overflow-wrap:break-word}
td>div,th>div{white-space:pre-line}
tbody .by-word{white-space:pre}
.by-word wbr{white-space:normal}
thead th{font-weight:700;text-align:center;vertical-align:middle;background:#F5F7FA}
th:nth-child(1),td:nth-child(1){width:5.5%;text-align:center}
th:nth-child(2){width:13%}
th:nth-child(3){width:20.5%}
th:nth-child(4){width:11%}
th:nth-child(5){width:12%}
th:nth-child(6){width:21%}
.label{display:none}
footer{padding:1.5rem 1rem 3rem;color:#4A5568}
@media screen and (max-width:56rem){
 h1{font-size:1.2rem}
 .measures li{grid-template-columns:1fr auto}
 .measures li>:first-child,.measures .bar{grid-column:1/-1}
 .measures .bar{order:1}
 table,tbody,tr,th,td{display:block;width:auto}
 thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 tr{border:1px solid #1A2433;margin-bottom:1rem}
 tbody th,tbody td,th:nth-child(n),td:nth-child(n){width:auto;border:0;text-align:left;
  border-bottom:1px solid #D5DCE5}
 .label{display:block;font-weight:700;color:#1F3A5F}
 tbody th>div{font-weight:700}
}
@media print{
 body{font-size:11pt}
 header,main,footer{max-width:none;padding:0}
 .skip{display:none}
 thead{display:table-header-group}
 svg rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
 .tiles li,.measures li{break-inside:avoid}
}
"""
