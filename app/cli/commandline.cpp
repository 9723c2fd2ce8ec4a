#include "commandline.h"

#include "core/base/variant.h"

#include <CLI/CLI.hpp>

namespace layerlab::cli {
namespace {

/// Builds one command: every option lands in the request as a text under its own name.
class Command {
public:
  Command(CLI::App& app, Request& request, const std::string& name, const std::string& purpose)
      : m_app(app.add_subcommand(name, purpose)), m_request(&request) {
    m_app->callback([&request, name] { request.command = name; });
    m_app->get_formatter()->column_width(34);
  }

  Command& option(const std::string& name, const std::string& type, const std::string& text) {
    m_app
        ->add_option_function<std::string>(
            "--" + name,
            [request = m_request, name](const std::string& value) {
              request->options[name] = value;
            },
            text)
        ->type_name(type);
    return *this;
  }

  Command& flag(const std::string& name, const std::string& text) {
    m_app->add_flag_callback(
        "--" + name, [request = m_request, name] { request->options[name] = "yes"; }, text);
    return *this;
  }

  Command& arguments(const std::string& name, const std::string& text, int least, int most) {
    m_app->add_option(name, m_request->arguments, text)
        ->expected(least, most)
        ->type_name("")
        ->required(least > 0);
    return *this;
  }

  Command& note(const std::string& text) {
    m_app->footer(text);
    return *this;
  }

private:
  CLI::App* m_app;
  Request* m_request;
};

void addReading(Command& command) {
  command.option("delimiter", "D", "comma, semicolon, tab, pipe, space or one character")
      .option("encoding", "E", "utf-8, utf-16le, utf-16be, cp949, windows-1252")
      .option("header", "H", "auto, yes, no")
      .option("decimal", ".|,", "decimal sign of the file");
}

void addSettings(Command& command) {
  command.option("data", "DATA.csv", "table to learn from (overrides the project's)")
      .option("target", "NAME", "column to learn; several numeric ones: A,B")
      .option("features", "A,B", "input columns (default: all others)")
      .option("ignore", "C,D", "columns to leave out")
      .option("task", "T", "auto, regression, classification")
      .option("hidden", "16,8", "units of the hidden layers; \"\" for none")
      .option("activation", "A", "activation of the hidden layers (relu)")
      .option("output-activation", "A", "activation of the output layer (by task)")
      .option("loss", "L", "mse, mae, huber, binary_crossentropy, categorical_crossentropy")
      .option("optimizer", "NAME", "sgd, rmsprop, adagrad, adam, adamw, nadam, adamax")
      .option("lr", "X", "learning rate (default: the optimizer's)")
      .option("epochs", "N", "epochs")
      .option("batch", "N", "rows per batch; more than there are means one batch")
      .option("val-split", "X", "share of the rows for validation, in [0, 1)")
      .option("split", "S", "last (Keras: the last rows), random, stratified")
      .option("scaling", "S", "none, standard, minmax: of the numeric inputs")
      .option("scale-target", "yes|no", "scale the target of a regression too")
      .option("missing", "M", "drop or mean: rows with missing inputs")
      .option("shuffle", "yes|no", "a new order every epoch")
      .option("seed", "N", "of the split, the weights, the order and dropout")
      .option("threads", "N", "at most so many threads; never changes a result")
      .option("initial-weights", "W.json", "start from [{\"kernel\": [[..]], \"bias\": [..]}, ..]")
      .option("max-seconds", "S", "stop after so long, as if interrupted (status 0)")
      .option("progress", "P", "auto, yes, no: a progress line on stderr")
      .flag("json", "the answer as one JSON line on stdout");
  addReading(command);
}

constexpr const char* settingsNote =
    "Without a PROJECT.json the defaults are the window's: one hidden layer of 8 relu units, the\n"
    "output layer, loss and metric by the task, adam, 100 epochs, batches of 32, standard "
    "scaling,\n"
    "the last 20 % of the rows for validation, seed 1. What a PROJECT.json leaves out takes "
    "Keras'\n"
    "defaults: rmsprop, 1 epoch, batches of 32, no scaling, no validation; the loss by the task.\n"
    "A saved model is a project too; its weights are not used unless --initial-weights names "
    "them.\n";

constexpr const char* exitNote =
    "Exit status: 0 done, 1 wrong command line, 2 unusable data, file or setting, 3 diverged,\n"
    "4 an output could not be written, 5 not enough memory or over a limit, 130/143 interrupted.";

void addInspect(CLI::App& app, Request& request) {
  Command command(app, request, "inspect", "Say what is in a table");
  command.arguments("DATA.csv", "the table", 1, 1).flag("json", "as JSON");
  addReading(command);
}

void addTrain(CLI::App& app, Request& request) {
  Command command(app, request, "train", "Train a network");
  command.arguments("PROJECT.json", "project, saved model, or Keras code (.py)", 0, 1);
  addSettings(command);
  command.option("save", "MODEL.json", "write project, weights, scaling, labels and history")
      .option("autosave-every", "N", "rewrite --save every N epochs")
      .option("history", "OUT.csv", "one line per epoch")
      .option("weights-out", "W.json", "the final weights")
      .option("predictions", "OUT.csv", "final predictions of all usable rows, in file order")
      .note(std::string(settingsNote) + exitNote);
}

void addPredict(CLI::App& app, Request& request) {
  Command command(app, request, "predict", "Predict with a saved model");
  command.arguments("MODEL.json DATA.csv", "a saved model and a table", 2, 2)
      .option("threshold", "X", "class 1 is p >= X (0.5)")
      .option("out", "OUT.csv", "instead of stdout");
  addReading(command);
}

void addSweep(CLI::App& app, Request& request) {
  Command command(app, request, "sweep", "Train with many node counts; find the elbow");
  command.arguments("PROJECT.json", "project; with --merge the shards", 0, -1);
  addSettings(command);
  command.option("units", "1:32", "node counts: 1:32, 1:32:3, pow2:64 or 1,2,4,8")
      .option("layer", "N", "which hidden layer, from 1 (1)")
      .option("repeats", "N", "trainings per count, each with its own seed (3)")
      .option("jobs", "N", "threads (default: all); never changes a result")
      .option("shard", "i/n", "run every n-th trial only, from the i-th on")
      .option("out", "SWEEP.csv", "one line per trial, in the order of the plan")
      .flag("timing", "a column of seconds")
      .flag("score", "a column with accuracy or R2 (comes with --metric score)")
      .option("resume", "OLD.csv", "keep the trials of a stopped sweep's file, train the others")
      .flag("merge", "join shards; refuses overlaps, gaps and differing settings")
      .option("metric", "M", "final_val_loss, best_val_loss, final_loss, score: for the elbow")
      .option("axis", "A", "linear, log2 (log2)")
      .option("sensitivity", "S", "Kneedle's S (1)")
      .flag("classic", "Kneedle without the guards, on a linear axis unless told")
      .note("A shard's file begins with a line \"# layerlab-sweep shard=i/n trials=N "
            "settings=HEX\",\n"
            "so that --merge can tell what belongs together; the merged file has none and is byte\n"
            "for byte what one machine writes.\n" +
            std::string(settingsNote) + exitNote);
}

void addElbow(CLI::App& app, Request& request) {
  Command command(app, request, "elbow", "Find the elbow of a curve");
  command.arguments("CURVE.csv", "two numeric columns (units, loss), or a sweep's file", 1, 1)
      .option("axis", "A", "linear, log2 (log2; with --classic linear)")
      .option("sensitivity", "S", "Kneedle's S (1)")
      .option("metric", "M", "of a sweep's file: final_val_loss, best_val_loss, final_loss, score")
      .flag("classic", "Kneedle as the kneed library has it, without our guards")
      .flag("json", "as JSON");
  addReading(command);
}

void addCode(CLI::App& app, Request& request) {
  Command command(app, request, "code", "Print the design as Keras code (Python)");
  command.arguments("PROJECT.json", "project, saved model, or Keras code (.py)", 0, 1);
  addSettings(command);
  command.option("out", "MODEL.py", "instead of stdout")
      .option("threshold", "X", "class 1 is p >= X (0.5)")
      .note(std::string(settingsNote) + exitNote);
}

void addOthers(CLI::App& app, Request& request) {
  Command check(app, request, "check", "Is this project or model file sound?");
  check.arguments("FILE.json", "project or model", 1, 1);
  Command lesson(app, request, "lesson", "Check a lesson of your own: lesson check FOLDER");
  lesson.arguments("check FOLDER", "a folder with lesson.json, en.md, ko.md", 2, 2);
  Command bench(app, request, "bench", "Measure a standard workload, its data under $DATA");
  bench.arguments("WORKLOAD THREADS", "w1 ... w5, and a number of threads", 2, 2);
}

Outcome mistake(const CLI::ParseError& error) {
  std::string text = error.what();
  if (text.empty()) text = error.get_name();
  Error wrong = usageError({"%1; see layerlab-cli --help", {text}});
  return wrong;
}

/// The help that was asked for, of the program or of one command.
std::string helpText(const CLI::App& app) {
  for (const CLI::App* command : app.get_subcommands()) return command->help();
  return app.help();
}

} // namespace

std::variant<Request, Outcome> parseCommandLine(int argc, const char* const* argv) {
  Request request;
  CLI::App app("LayerLab on the command line: watch a neural network learn on your own data.",
               "layerlab-cli");
  app.set_version_flag("--version", std::string("layerlab-cli " LAYERLAB_VERSION " (core ") +
                                        coreVariant() + ")");
  app.require_subcommand(1);
  app.footer(exitNote);
  addInspect(app, request);
  addTrain(app, request);
  addPredict(app, request);
  addSweep(app, request);
  addElbow(app, request);
  addCode(app, request);
  addOthers(app, request);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Outcome(helpText(app));
  } catch (const CLI::CallForVersion& version) {
    return Outcome(std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    return mistake(error);
  }
  return request;
}

} // namespace layerlab::cli
