"""Reads exported files with programs of others, and prints what each found as JSON lines.

    read_back.py pybtex|biber|bib2xml|biblatex2xml|ris2xml|csv FILE

A line is {"key", "title", "authors", "id", "year"}; what a reader does not give is absent. Remarks of the reader go
to standard error.
"""

import csv
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

MODS = "{http://www.loc.gov/mods/v3}"
BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"


def by_pybtex(path):
    from pybtex.database import parse_file
    from pybtex.richtext import Text

    for key, entry in parse_file(path, bib_format="bibtex").entries.items():
        yield {
            "key": key,
            "title": Text.from_latex(entry.fields["title"]).render_as("text"),
            "authors": [rendered(person) for person in entry.persons.get("author", [])],
            "id": entry.fields.get("eprint"),
            "year": entry.fields.get("year"),
        }


def rendered(person):
    parts = person.rich_first_names + person.rich_middle_names + person.rich_prelast_names
    parts = parts + person.rich_last_names + person.rich_lineage_names
    return " ".join(part.render_as("text") for part in parts)


def by_biber(path):
    with tempfile.TemporaryDirectory() as folder:
        out = folder + "/papers.xml"
        command = ["biber", "--tool", "--validate-datamodel", "--output-format=biblatexml", "--output-file=" + out]
        run = subprocess.run([*command, path], capture_output=True, cwd=folder, encoding="utf-8")
        for line in run.stdout.splitlines():
            # A paper whose day nobody knows has none.
            if not line.startswith("INFO") and "one of 'date, year' must be defined" not in line:
                print(line, file=sys.stderr)
        run.check_returncode()
        root = ET.parse(out).getroot()
    for entry in root:
        yield {
            "key": entry.get("id"),
            "title": entry.findtext(BLTX + "title"),
            "authors": [biber_name(name) for name in entry.iterfind(f"{BLTX}names[@type='author']/{BLTX}name")],
            "id": entry.findtext(BLTX + "eprint"),
            "year": (entry.findtext(BLTX + "date") or entry.findtext(BLTX + "year") or "")[:4],
        }


def biber_name(name):
    return " ".join(" ".join(part.itertext()) for part in name.iterfind(BLTX + "namepart"))


def by_bibutils(command, path):
    run = subprocess.run([command, path], capture_output=True, check=True)
    remarks = run.stderr.decode().splitlines()
    for remark in remarks:
        if "Processed" not in remark:
            print(remark, file=sys.stderr)
    for record in ET.fromstring(run.stdout).iter(MODS + "mods"):
        info = record.find(MODS + "titleInfo")
        parts = [info.findtext(MODS + "title"), info.findtext(MODS + "subTitle")] if info is not None else []
        title = ": ".join(part for part in parts if part)
        yield {
            "key": record.get("ID"),
            "title": title,
            "authors": [name_of(name) for name in record.findall(MODS + "name")],
            "year": (record.findtext(".//" + MODS + "dateIssued") or record.findtext(".//" + MODS + "date") or "")[:4],
        }


def name_of(name):
    parts = {"given": [], "family": [], "termsOfAddress": [], None: []}
    for part in name.findall(MODS + "namePart"):
        parts[part.get("type")].append(part.text or "")
    return " ".join(parts[None] + parts["given"] + parts["family"] + parts["termsOfAddress"])


def by_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            yield {
                "key": row["key"],
                "title": row["title"].removeprefix("'"),
                "authors": [given_first(name) for name in row["authors"].split("; ") if name],
                "id": row["id"].removeprefix("arXiv:"),
                "year": row["year"],
            }


def given_first(name):
    parts = name.removeprefix("'").split(", ")
    return " ".join([parts[-1], *parts[:-1]])


READERS = {"pybtex": by_pybtex, "biber": by_biber, "csv": by_csv}


def main():
    reader, path = sys.argv[1:]
    records = READERS[reader](path) if reader in READERS else by_bibutils(reader, path)
    for record in records:
        print(json.dumps(record))


main()
