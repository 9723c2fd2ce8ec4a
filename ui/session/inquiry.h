#pragma once

#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace layerlab {

/// One question on a thread of its own; see Inquiry.
template <class Answer> class InquiryJob : public Job {
public:
  using Work = std::function<Answer(const CancelToken&)>;
  using Job::Job;

  void start(Work work) {
    launch([box = m_box, work = std::move(work), cancel = cancelToken()] {
      box->post(guarded<Answer>([&] { return Result<Answer>(work(cancel)); }));
    });
  }
  std::optional<Result<Answer>> take() { return std::exchange(m_answer, std::nullopt); }

private:
  using Box = Mailbox<Result<Answer>>;
  Mail collect() override {
    auto mail = m_box->drain();
    if (mail.items.empty()) return Mail::nothing;
    m_answer = std::move(mail.items.front());
    return Mail::end;
  }

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::optional<Result<Answer>> m_answer;
};

/// Asks something that takes longer than a frame. A new question replaces one that is not answered
/// yet, whose work is told to stop; there is never more than one thread. `work` must own all it
/// touches; `use` runs on the GUI thread. A member of `owner`, which the jobs are children of.
template <class Answer> class Inquiry {
public:
  using Work = typename InquiryJob<Answer>::Work;
  using Use = std::function<void(Answer)>;

  explicit Inquiry(QObject* owner) : m_owner(owner) {}
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;
  ~Inquiry() {
    if (m_job) m_job->disconnect(m_owner); // lives a little longer, as the owner's child
  }

  void ask(Work work, Use use) {
    m_next = Question{std::move(work), std::move(use)};
    m_use = nullptr;
    if (m_job)
      m_job->cancel();
    else
      startNext();
  }
  void drop() {
    m_next.reset();
    m_use = nullptr;
    if (m_job) m_job->cancel();
  }
  bool waiting() const { return m_use || m_next; }

private:
  struct Question {
    Work work;
    Use use;
  };

  void startNext() {
    Question question = std::move(*std::exchange(m_next, std::nullopt));
    m_use = std::move(question.use);
    m_job = new InquiryJob<Answer>(m_owner);
    QObject::connect(m_job, &Job::finished, m_owner, [this] { finished(); });
    m_job->start(std::move(question.work));
  }

  void finished() {
    InquiryJob<Answer>* job = std::exchange(m_job, nullptr);
    job->deleteLater();
    std::optional<Result<Answer>> answer = job->take();
    const Use use = std::exchange(m_use, nullptr);
    if (m_next) return startNext();
    if (use && answer && *answer) use(std::move(**answer));
  }

  QObject* m_owner;
  InquiryJob<Answer>* m_job = nullptr;
  Use m_use; ///< for the running job's answer; none: it was dropped
  std::optional<Question> m_next;
};

} // namespace layerlab
