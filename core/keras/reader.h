#pragma once

#include "core/keras/python.h"
#include "core/keras/read.h"

#include <map>
#include <set>

// Private to core/keras.

namespace layerlab {

/// Positional and keyword arguments of a call under Keras' names. Those never asked for are named
/// as unknown when the object goes.
class KerasArguments;

/// Walks over the statements of a program and changes a design by them.
class KerasReader {
public:
  KerasReader(const Design& base, const Table* table) : m_table(table) { m_out.design = base; }
  Result<KerasReading> run(const std::string& code);

private:
  friend class KerasArguments;

  // Statements (read.cpp).
  void statement(const PyStatement& statement);
  void block(const PyStatement& statement);
  void assign(const PyStatement& statement);
  bool callStatement(const PyExpr& call);
  void store(const PyExpr& target, const PyExpr& value);
  void forget(const PyExpr& target);
  void modelAttribute(const PyExpr& target, const PyExpr& value);
  void leave(const PyStatement& statement);
  bool isFunctional(const PyExpr& expr) const;
  bool isKnown(const PyExpr& expr, int depth = 0) const;
  Result<void> settle();

  // Values (read.cpp).
  const PyExpr& resolved(const PyExpr& expr, int depth = 0) const;
  PyExpr settled(const PyExpr& expr) const;
  std::string lastName(const PyExpr& expr) const;
  std::string callName(const PyExpr& expr) const;
  std::optional<double> number(const PyExpr& expr, int depth = 0) const;
  std::optional<int> integer(const PyExpr& expr) const;
  std::optional<std::string> text(const PyExpr& expr) const;
  std::optional<bool> boolean(const PyExpr& expr) const;
  std::optional<std::vector<std::string>> texts(const PyExpr& expr) const;
  bool isNone(const PyExpr& expr) const { return resolved(expr).isName("None"); }
  void note(int line, Message message) { m_out.notes.push_back({line, std::move(message)}); }

  // Layers (read_layers.cpp).
  void sequential(const PyExpr& call);
  void addLayer(const PyExpr& expr);
  void dense(const PyExpr& call);
  void dropout(const PyExpr& call);
  void input(const PyExpr& call);
  void shape(const PyExpr& expr);
  void activationLayer(const PyExpr& call, const std::string& name);
  std::optional<Activation> activation(const PyExpr& expr);
  std::optional<Initializer> initializer(const PyExpr& expr);
  Regularizer regularizer(const PyExpr& expr);

  // compile and fit (read_training.cpp).
  void compile(const PyExpr& call);
  void optimizer(const PyExpr& expr);
  void loss(const PyExpr& expr);
  void metrics(const PyExpr& expr);
  void fit(const PyExpr& call);
  void callback(const PyExpr& expr);
  void seed(const PyExpr& call);

  // Data (read_data.cpp).
  bool dataAssignment(const PyStatement& statement);
  void typeOf(const PyExpr& column, const PyExpr& value);
  void preparation(const PyExpr& value);
  void preparationCall(const PyExpr& call, const std::string& name);
  void split(const PyExpr& call, bool ours);
  std::optional<double> testShare(const PyExpr& call);
  void scalingOf(const PyExpr& value, const std::string& first);
  void settleData();
  std::vector<std::string> knownColumns(const PyExpr& expr);

  // Columns of the table (read_frames.cpp).
  struct Frame {
    std::optional<std::vector<std::string>> chosen; ///< nullopt: all that were not dropped
    std::vector<std::string> dropped;
    bool unknown = false; ///< which columns cannot be told
  };
  std::optional<Frame> frame(const PyExpr& expr);
  std::optional<Frame> frameAttribute(const PyExpr& expr);
  std::optional<Frame> frameCall(const PyExpr& call);
  std::optional<Frame> chosenFrom(const PyExpr& base, const PyExpr& names);
  std::optional<Frame> dropped(const PyExpr& base, const PyExpr& call);
  bool isPartOfFrame(const PyExpr& value);
  bool mentionsFrame(const PyExpr& expr) const;
  bool frameAssignment(const PyExpr& target, const PyExpr& value);
  bool columnAssignment(const std::string& frame, const PyExpr& value);
  bool frameStatement(const PyExpr& call);
  void takeMatrices(const PyExpr* x, const PyExpr* y);
  bool features(const std::optional<Frame>& found, const PyExpr& value);
  bool target(const std::optional<Frame>& found, const PyExpr& value);
  bool noteUnread(const PyExpr& value);

  const Table* m_table;
  KerasReading m_out;
  std::map<std::string, PyExpr> m_values;       ///< variables
  std::map<std::string, std::string> m_aliases; ///< from x import y as z
  std::set<std::string> m_modules;              ///< names of imported things
  std::map<std::string, Frame> m_frames;        ///< variables holding columns of the table
  std::vector<LayerSpec> m_layers;
  std::optional<std::vector<std::string>> m_targets;
  std::optional<std::vector<std::string>> m_features;
  std::optional<std::vector<std::string>> m_dropped;
  std::vector<std::string> m_asNumber;
  std::vector<std::string> m_asCategory;
  std::optional<Scaling> m_scaling;
  std::optional<bool> m_scaleTarget;
  std::optional<MissingRule> m_missing;
  std::optional<Split> m_split;
  bool m_ours = false; ///< the program is one that kerasCode wrote
  std::string m_model = "model";
};

class KerasArguments {
public:
  /// `names` in Keras' order; `quiet` ones change nothing here and are accepted silently.
  KerasArguments(KerasReader& reader, const PyExpr& call, const std::string& what,
                 std::vector<std::string> names, std::set<std::string> quiet = {});
  ~KerasArguments();
  KerasArguments(const KerasArguments&) = delete;
  KerasArguments& operator=(const KerasArguments&) = delete;

  /// null: not given, or None.
  const PyExpr* find(const std::string& name);
  bool has(const std::string& name) { return find(name) != nullptr; }
  /// Each keeps `value` when the argument is missing; notes one that is not what is needed.
  void number(const std::string& name, double& value);
  void integer(const std::string& name, int& value);
  void boolean(const std::string& name, bool& value);
  void text(const std::string& name, std::string& value);

private:
  template <class T>
  void read(const std::string& name, T& value,
            std::optional<T> (KerasReader::*get)(const PyExpr&) const);
  void bad(const std::string& name, const PyExpr& expr);

  KerasReader& m_reader;
  std::string m_what;
  std::map<std::string, const PyExpr*> m_given;
  std::set<std::string> m_used;
};

} // namespace layerlab
