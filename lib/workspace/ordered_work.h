// Work on many items by several threads, whose results are taken in the order of the items.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace rasoat {

// Threads take the items in order; the calling thread consumes the results in order. Memory is
// bounded: a thread waits while the items that were taken and not yet consumed weigh more than the
// budget (but one item is always worked on, however heavy), or while more than 16 for each thread
// are waiting. Results are the same whatever the number of threads.
template <typename T>
class OrderedWork {
 public:
  struct Limits {
    unsigned threads = 1;
    uint64_t budget = UINT64_MAX;
  };

  // `work(i)` runs on the threads and must not throw; `weight(i)` likewise.
  OrderedWork(size_t count, Limits limits, std::function<T(size_t)> work,
              std::function<uint64_t(size_t)> weight)
      : count_(count), limits_(limits), work_(std::move(work)), weight_(std::move(weight)) {
    for (unsigned i = 0; i < limits_.threads; ++i) threads_.emplace_back([this] { run(); });
  }

  // Ends after the items that are being worked on.
  ~OrderedWork() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  // The result of the next item; nothing after the last, or after the last that was begun before
  // stop().
  std::optional<T> next() {
    std::unique_lock lock(mutex_);
    if (consumed_ == count_) return {};
    changed_.wait(lock,
                  [&] { return done_.count(consumed_) > 0 || (stopped_ && consumed_ >= taken_); });
    const auto at = done_.find(consumed_);
    if (at == done_.end()) return {};
    T out = std::move(at->second.result);
    in_work_ -= at->second.weight;
    done_.erase(at);
    ++consumed_;
    changed_.notify_all();
    return out;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  static constexpr size_t kWaitingPerThread = 16;

  struct Done {
    T result;
    uint64_t weight;
  };

  void run() {
    while (true) {
      size_t item = 0;
      uint64_t weight = 0;
      {
        std::unique_lock lock(mutex_);
        while (true) {
          if (stopped_ || taken_ == count_) return;
          weight = weight_(taken_);
          const size_t waiting = taken_ - consumed_;
          const bool fits =
              in_work_ == 0 || weight <= limits_.budget - std::min(limits_.budget, in_work_);
          if (waiting == 0 || (fits && waiting < kWaitingPerThread * limits_.threads)) break;
          changed_.wait(lock);
        }
        item = taken_++;
        in_work_ += weight;
      }
      T result = work_(item);
      const std::lock_guard lock(mutex_);
      done_.emplace(item, Done{std::move(result), weight});
      changed_.notify_all();
    }
  }

  const size_t count_;
  const Limits limits_;
  const std::function<T(size_t)> work_;
  const std::function<uint64_t(size_t)> weight_;

  std::mutex mutex_;
  std::condition_variable changed_;
  size_t taken_ = 0;
  size_t consumed_ = 0;
  uint64_t in_work_ = 0;  // weight
  bool stopped_ = false;
  std::map<size_t, Done> done_;
  std::vector<std::thread> threads_;
};

}  // namespace rasoat
