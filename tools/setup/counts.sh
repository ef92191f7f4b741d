# Sourced by ./test: reads how many tests passed and failed from what ctest, GoogleTest or node --test printed.

# count_tests LOG prints "PASSED FAILED". Where ctest ran, only its summary counts: it repeats what failed tests printed.
count_tests() {
  awk '
    /tests failed out of [0-9]+$/ { ctest = 1; ctest_passed += $NF - $4; ctest_failed += $4 }
    /^\t *[0-9]+ - .* \(Skipped\)$/ { ctest_passed -= 1 }
    /^\[  PASSED  \] [0-9]+ tests?\.$/ { passed += $4 }
    /^\[  FAILED  \] [0-9]+ tests?, listed/ { failed += $4 }
    /^# pass [0-9]+$/ { passed += $3 }
    /^# (fail|cancelled) [0-9]+$/ { failed += $3 }
    END {
      if (ctest) print ctest_passed, ctest_failed
      else print passed + 0, failed + 0
    }' "$1"
}
