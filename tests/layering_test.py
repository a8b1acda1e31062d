#!/usr/bin/env python3
"""Check that each module of lib/ includes only the modules that its USES line reaches.

usage: layering_test.py PROJECT_DIR
"""
import pathlib
import re
import sys


def main():
    lib = pathlib.Path(sys.argv[1]) / "lib"
    modules = sorted(p.parent.name for p in lib.glob("*/CMakeLists.txt"))
    uses = {}
    for module in modules:
        text = (lib / module / "CMakeLists.txt").read_text(encoding="utf-8")
        call = re.search(r"rasoat_module\(([^)]*)\)", text)
        words = call[1].split()
        reach = []
        taking = False
        for word in words[1:]:
            if word.isupper():
                taking = word == "USES"
            elif taking:
                reach.append(word)
        uses[module] = reach

    def reachable(module, seen):
        for used in uses[module]:
            if used not in seen:
                seen.add(used)
                reachable(used, seen)
        return seen

    faults = []
    for module in modules:
        allowed = reachable(module, {module})
        for source in sorted((lib / module).rglob("*.[ch]*")):
            for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
                include = re.match(r'#include "([a-z]+)/', line)
                if include and include[1] in modules and include[1] not in allowed:
                    faults.append(f"{source}:{number}: {module} may not include {include[1]}")
    print("\n".join(faults) or f"{len(modules)} modules keep to their layers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
