"""The app: page set-up and navigation, nothing else. Run it with: streamlit run app.py"""

from pages import widgets

widgets.run()
