// run.h: runs the command as a person does: arguments in, output and exit code out.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/core/support/files.h"

namespace broadsheet::testing {

struct Outcome {
  int exit_code;
  std::string out;
  std::string err;
};

// A path of its own for the running test.
inline std::string own_path() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  return (std::filesystem::path(::testing::TempDir()) / (std::to_string(::getpid()) + "-" + test->name()))
      .string();
}

// Runs a shell line in the folder of the fixtures; `broadsheet` is the command.
inline Outcome run_shell(const std::string& line) {
  const std::string out = own_path() + ".out";
  const std::string err = own_path() + ".err";
  const std::string script = "broadsheet() { '" + command_path() + "' \"$@\"; }; cd '" + fixtures().string() +
                             "' && { " + line + "\n} >'" + out + "' 2>'" + err + "'";
  const int status = std::system(script.c_str());
  Outcome outcome{WEXITSTATUS(status), read_all(out), read_all(err)};
  std::filesystem::remove(out);
  std::filesystem::remove(err);
  return outcome;
}

inline Outcome run(const std::string& arguments) { return run_shell("broadsheet " + arguments); }

inline std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> records;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) records.push_back(nlohmann::json::parse(line));
  return records;
}

// Has a folder that is removed after the test.
class CliFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = own_path();
    std::filesystem::create_directories(folder_ / "a/b");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  // Quoted for the shell.
  std::string path(const std::string& name = "") const { return "'" + (folder_ / name).string() + "'"; }

  std::filesystem::path folder_;
};

}  // namespace broadsheet::testing
