"""The pages, one file each; what they share and what is around them in folders."""

APP_NAME = "ติดตามมาตรการ ITA"
