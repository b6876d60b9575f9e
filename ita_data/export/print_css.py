"""How the report looks on paper and on screen, and how Streamlit's pages print.

Sizes are for A4 landscape: 297 mm less two margins of 12 mm leave 273 mm of table.
"""

PAPER_CSS = "@page{size:A4 landscape;margin:12mm}\n"

# The table alone: used in the report page of the app and in the page that stands alone.
REPORT_CSS = (
    PAPER_CSS
    + """
.ita-paper{color:#1A2433;background:#fff;line-height:1.6;
 font-family:Sarabun,"TH Sarabun New","TH SarabunPSK","TH Sarabun PSK","Noto Sans Thai",
 "Leelawadee UI",Tahoma,sans-serif}
.ita-title{font-size:1.15rem;font-weight:700;text-align:center;line-height:1.6;margin:0 0 .75rem;
 padding:0;color:inherit}
.ita-scroll{overflow-x:auto}
.ita-report{border-collapse:separate;border-spacing:0;table-layout:fixed;width:100%;min-width:64rem;
 font-size:.875rem;font-variant-numeric:tabular-nums}
.ita-report caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
 white-space:nowrap}
.ita-report th,.ita-report td{border:0 solid #1A2433;border-width:0 1px 1px 0;
 padding:.3rem .45rem;vertical-align:top;text-align:left;font-weight:400;white-space:pre-line;
 word-break:normal;line-break:auto;overflow-wrap:break-word;color:inherit;background:none}
.ita-report tr>:first-child{border-left-width:1px}
.ita-report thead th{font-weight:700;text-align:center;vertical-align:middle;background:#F5F7FA;
 border-top-width:1px}
.ita-report .ita-number{text-align:center}
.ita-report col.ita-number{width:5.5%}
.ita-report col.ita-title{width:13%}
.ita-report col.ita-steps{width:20.5%}
.ita-report col.ita-period{width:11%}
.ita-report col.ita-departments{width:12%}
.ita-report col.ita-output{width:21%}
.ita-report col.ita-outcome{width:17%}
.ita-whole{white-space:nowrap}
.ita-by-word :is(th,td){white-space:pre}
.ita-by-word wbr{white-space:normal}
.ita-signatures{display:flex;flex-wrap:wrap;justify-content:space-evenly;gap:1.5rem 3rem;
 margin-top:2.5rem}
.ita-signature{text-align:center;white-space:nowrap;line-height:2}
@media print{
 .ita-paper{font-size:12pt}
 .ita-title{font-size:14pt;margin:0 0 3mm}
 .ita-scroll{overflow:visible}
 .ita-report{min-width:0;font-size:10.5pt;line-height:1.6}
 .ita-report thead{display:table-header-group;break-inside:avoid}
 .ita-report thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
 .ita-report tr{break-inside:auto}
 .ita-report td,.ita-report th{orphans:2;widows:2;-webkit-box-decoration-break:clone;
  box-decoration-break:clone}
 .ita-signatures{break-inside:avoid;break-before:avoid;margin-top:5mm}
 .ita-signature{line-height:1.7}
}
"""
)

PAGE_CSS = """
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff}
main{max-width:1280px;margin:0 auto;padding:1.5rem}
@media print{main{max-width:none;margin:0;padding:0}}
"""

# For the app's pages: nothing but what the page says, as blocks that may break across sheets.
# The names are the data-testid of Streamlit 1.67; a test prints a page to see that they hold.
STREAMLIT_PRINT_CSS = (
    PAPER_CSS
    + """
@media print{
 [data-testid="stSidebar"],[data-testid="stSidebarCollapsedControl"],
 [data-testid="stExpandSidebarButton"],[data-testid="stHeader"],[data-testid="stToolbar"],
 [data-testid="stSkipToContent"],[data-testid="stStatusWidget"],[data-testid="stDecoration"],
 [data-testid="stBottom"],[data-testid="stToast"],[data-testid="stElementToolbar"],
 [data-testid="stButton"],[data-testid="stDownloadButton"],[data-testid="stFormSubmitButton"],
 [data-testid="stFileUploader"],[data-testid="stLinkButton"],.modebar,.ita-screen-only
 {display:none!important}
 html,body,#root,[data-testid="stApp"],[data-testid="stAppViewContainer"],
 [data-testid="stMain"],[data-testid="stMainBlockContainer"]
 {position:static!important;display:block!important;height:auto!important;width:auto!important;
 min-width:0!important;max-width:none!important;overflow:visible!important;margin:0!important;
 padding:0!important;background:#fff!important}
 [data-testid="stVerticalBlock"]{display:block!important}
 [data-testid="stVerticalBlock"]>*{margin-bottom:3mm}
 [data-testid="stHorizontalBlock"]{flex-wrap:nowrap!important;break-inside:avoid}
 [data-testid="stPlotlyChart"]{max-width:980px!important;break-inside:avoid}
 .ita-lines .what,.ita-lines .who,.ita-overview .ita-list li a
 {white-space:normal!important;overflow:visible!important}
 .ita-overview>section,.ita-list li,.ita-departments li{break-inside:avoid}
 .stHtml details::details-content{content-visibility:visible;height:auto}
 [data-testid="stMarkdownContainer"] h1,[data-testid="stMarkdownContainer"] h2,
 [data-testid="stMarkdownContainer"] h3{break-after:avoid}
}
"""
)
