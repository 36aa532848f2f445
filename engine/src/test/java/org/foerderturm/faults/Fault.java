package org.foerderturm.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.foerderturm.TestOffice;
import org.foerderturm.log.Transactions;

/** One failure at one boundary, on the threads that it is meant for. */
final class Fault implements AutoCloseable {
  private final Transactions transactions;
  private final AtomicInteger hits = new AtomicInteger();

  private Fault(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The next pass of a fitting thread through the point throws. */
  static Fault once(
      TestOffice office, String point, Predicate<Thread> who, Function<String, Throwable> failure) {
    var fault = new Fault(office.bean(Transactions.class));
    fault.transactions.probe(
        at -> {
          if (at.equals(point)
              && who.test(Thread.currentThread())
              && fault.hits.getAndIncrement() == 0)
            throw Fault.<RuntimeException>sneak(failure.apply("fault at " + point));
        });
    return fault;
  }

  int hits() {
    return hits.get();
  }

  @SuppressWarnings("unchecked") // the point: nobody declared it
  private static <E extends Throwable> E sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  @Override
  public void close() {
    transactions.probe(point -> {});
  }
}
