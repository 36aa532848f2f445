package org.foerderturm.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import javax.sql.DataSource;
import org.foerderturm.log.Bell;
import org.foerderturm.log.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
  @Bean
  Sequencer sequencer(
      DataSource dataSource,
      Transactions transactions,
      Bell bell,
      ObjectProvider<MeterRegistry> meters) {
    return new Sequencer(
        dataSource, transactions, bell, meters.getIfAvailable(() -> Metrics.globalRegistry));
  }
}
