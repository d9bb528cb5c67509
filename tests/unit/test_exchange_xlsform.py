"""Every form as XLSForm: pyxform converts it, its questions are the fields, its conditions those of the definition."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest
from pyxform.xls2xform import convert

from cdd_desktop.exchange.xlsform import write_xlsforms
from cdd_desktop.exchange.xpath import to_xpath
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.cel_tokens import UntranslatableError
from cdd_desktop.forms.definition import Field, FieldType

CATALOGUE = load_catalogue()
FIELDS = {
    key: Field(key=key, type=FieldType.INTEGER, label_th=key, label_en=key)
    for key in ("kind", "kinds", "count", "male", "female", "passed")
}


@pytest.mark.parametrize("dataset", CATALOGUE.datasets())
def test_pyxform_converts_every_form(dataset: str, tmp_path: Path) -> None:
    definition = CATALOGUE.newest(dataset)
    paths = write_xlsforms(definition, tmp_path)
    assert len(paths) == len(definition.entities)
    for path, entity in zip(paths, definition.entities, strict=True):
        made = convert(str(path), validate=False)
        assert [warning for warning in made.warnings if "max-pixels" not in warning] == []
        form = Xml.fromstring(made.xform)
        names = {
            element.get("nodeset", "").rsplit("/", 1)[-1] for element in form.iter() if element.tag.endswith("bind")
        }
        typed = {field.key for field in entity.fields if not field.computed and field.type is not FieldType.AUTO_CODE}
        assert typed <= names
        cells = {field.key for line in entity.lines for field in line.fields if not field.computed}
        assert cells <= names
        languages = {element.get("lang") for element in form.iter() if element.tag.endswith("translation")}
        assert languages == {"Thai (th)", "English (en)"}
        texts = "".join(form.itertext())
        assert all(field.label_th in texts and field.label_en in texts for field in entity.fields if field.key in typed)


@pytest.mark.parametrize(
    ("cel", "xpath"),
    [
        ("kind == 'group'", "${kind} = 'group'"),
        ("kind != null && kind != 'group'", "(${kind} != '' and ${kind} != 'group')"),
        ("kind in ['a', 'b']", "(${kind} = 'a' or ${kind} = 'b')"),
        ("!(kind in ['a', 'b'])", "not(((${kind} = 'a' or ${kind} = 'b')))"),
        ("'other' in kinds", "selected(${kinds}, 'other')"),
        ("kinds.exists(k, k in ['a', 'b'])", "(selected(${kinds}, 'a') or selected(${kinds}, 'b'))"),
        ("passed == false", "${passed} = 'no'"),
        ("count == null || count >= dec(60)", "(${count} = '' or ${count} >= 60)"),
        ("sum([male, female])", "(coalesce(${male}, 0) + coalesce(${female}, 0))"),
        ("male + female - 1", "${male} + ${female} - 1"),
        ("count > 0 ? 'A' : 'B'", "if(${count} > 0, 'A', 'B')"),
    ],
)
def test_a_condition_on_the_records_own_fields_is_translated(cel: str, xpath: str) -> None:
    assert to_xpath(cel, FIELDS) == xpath


@pytest.mark.parametrize(
    "cel",
    ["reg.kind == 'x'", "lines.rows.size()", "unknown == 1", "kind ==", "(kind == 'a'", "kind == 'a' 'b'", "kind # 1"],
)
def test_what_has_no_counterpart_is_left_out(cel: str) -> None:
    with pytest.raises(UntranslatableError):
        to_xpath(cel, FIELDS)
