package org.foerderturm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operators' pages over a real socket and a real database, without the rest of the product. */
@SpringBootTest(
    classes = OperationsIT.Program.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "foerderturm.address=0.0.0.0",
      "spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
          + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
      "spring.flyway.enabled=false"
    })
@DirtiesContext // ends with this class, before the database does
class OperationsIT {
  @LocalServerPort private int port;
  private final HttpClient browser = HttpClient.newHttpClient();

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan({"org.foerderturm.database", "org.foerderturm.operations"})
  static class Program {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    var access = TestDatabase.freshAccess();
    registry.add("foerderturm.db.url", access::url);
    registry.add("foerderturm.db.user", access::user);
    registry.add("foerderturm.db.password", access::password);
  }

  @Test
  void anyone_may_ask_whether_it_is_well_but_not_why() throws Exception {
    for (var path : new String[] {"health", "health/liveness", "health/readiness"}) {
      var answer = get("localhost", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"UP\"")
          .doesNotContain("components")
          .doesNotContain("db");
    }
  }

  @Test
  void this_machine_may_read_the_figures() throws Exception {
    var answer = get("localhost", "prometheus");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("jvm_memory_used_bytes").contains("hikaricp_connections");
  }

  @Test
  void a_caller_from_elsewhere_may_not() throws Exception {
    var elsewhere = otherAddress();
    if (elsewhere != null) assertThat(get(elsewhere, "prometheus").statusCode()).isEqualTo(403);
    assertThat(get("localhost", "prometheus", "X-Forwarded-For", "192.0.2.7").statusCode())
        .isEqualTo(403);
    assertThat(
            get("localhost", "prometheus", "X-Forwarded-For", "127.0.0.1, 192.0.2.7").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nothing_else_is_open() throws Exception {
    for (var path : new String[] {"", "env", "beans", "heapdump", "shutdown", "loggers"}) {
      assertThat(get("localhost", path).statusCode()).as(path).isEqualTo(403);
    }
  }

  /** This machine's own address in the network, if it has one: a caller that is not loopback. */
  private static String otherAddress() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(a -> !a.isLoopbackAddress() && a.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse(null);
  }

  private HttpResponse<String> get(String host, String path, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(
            URI.create(
                "http://%s:%d/actuator%s%s"
                    .formatted(host, port, path.isEmpty() ? "" : "/", path)));
    if (headers.length > 0) request.headers(headers);
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
