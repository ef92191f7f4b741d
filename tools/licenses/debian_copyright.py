#!/usr/bin/python3
"""Prints what a package's debian/copyright file says of some of its files, as a JSON list.

Usage: debian_copyright.py COPYRIGHT PATH...
Each item: the licence's short name, the copyright notice, and the licence's text, whole.
"""
import json
import re
import sys
from pathlib import Path

from debian.copyright import Copyright

COMMON = re.compile(r"/usr/share/common-licenses/[\w.-]+\w")


def spdx(synopsis):
    """Debian's short name in the words of others: without what tells apart texts of one licence."""
    return re.sub(r"~[\w-]+", "", synopsis).replace("Expat", "MIT").replace(" or ", " OR ").replace(" and ", " AND ")


def notice(field):
    lines = [line.strip() for line in field.strip().splitlines()]
    return "\n".join(f"Copyright {line}" if i == 0 or line[:1].isdigit() else line for i, line in enumerate(lines))


def whole(text):
    """Where Debian names the file that holds a licence, what is in it."""
    common = COMMON.search(text)
    return Path(common[0]).read_text(encoding="utf-8") if common else text


def licence_text(copyright, licence):
    """What the paragraph says itself, then every licence that it names, in that order."""
    named = {paragraph.license.synopsis: paragraph.license.text for paragraph in copyright.all_license_paragraphs()}
    texts = [licence.text]
    for name in re.split(r" (?:and|or|with) |, ", licence.synopsis):
        texts.append(named.get(name, ""))
    return "\n\n".join(whole(text).strip("\n") for text in texts if text.strip())


def main():
    _, source, *paths = sys.argv
    with open(source, encoding="utf-8") as lines:
        copyright = Copyright(lines, strict=False)
    said = []
    for path in paths:
        paragraph = copyright.find_files_paragraph(path)
        if paragraph is None:
            sys.exit(f"{source} says nothing of {path}")
        text = licence_text(copyright, paragraph.license)
        if not text:
            sys.exit(f"{source} has no text of the licence of {path}")
        said.append({
            "license": spdx(paragraph.license.synopsis),
            "notice": notice(paragraph.copyright),
            "text": text,
        })
    json.dump(said, sys.stdout)


main()
