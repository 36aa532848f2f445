package org.foerderturm.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import javax.sql.DataSource;
import org.foerderturm.kernel.Office;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Bell;
import org.foerderturm.log.Commands;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {
  @Bean
  Projector projector(
      DataSource dataSource,
      EventTypes types,
      Sequencer sequencer,
      Transactions transactions,
      Bell bell,
      List<Projection> projections,
      ObjectProvider<MeterRegistry> meters) {
    return new Projector(
        dataSource,
        types,
        sequencer,
        transactions,
        bell,
        projections,
        meters.getIfAvailable(() -> Metrics.globalRegistry));
  }

  @Bean
  Office office(
      Commands commands,
      Sequencer sequencer,
      Projector projector,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ApplicationContext beans) {
    return new TheOffice(
        commands, sequencer, projector, new Past(dataSource, transactions, projector), beans);
  }
}
