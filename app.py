"""The app: page set-up and navigation, nothing else. Run it with: streamlit run app.py"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True):
    from pages import widgets

    widgets.run()
else:
    # The server's own look at this file: what is around the pages (docs/adr/0016).
    from pages import serving

    app = st.App(__file__, lifespan=serving.lifespan, middleware=serving.MIDDLEWARE)
