// Emscripten's programs have an environment of their own.
Module['preRun'] = () => Object.assign(ENV, process.env);
