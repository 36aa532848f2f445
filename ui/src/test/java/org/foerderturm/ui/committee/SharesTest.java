package org.foerderturm.ui.committee;

import static org.assertj.core.api.Assertions.assertThat;

import org.foerderturm.committee.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {
  @Test
  void a_share_is_read_as_people_write_it() {
    assertThat(Shares.read("mehr als 3/5")).isEqualTo(Share.moreThan(3, 5));
    assertThat(Shares.read("More than 3 / 5")).isEqualTo(Share.moreThan(3, 5));
    assertThat(Shares.read("mindestens 2/3")).isEqualTo(Share.atLeast(2, 3));
    assertThat(Shares.read("2/3")).isEqualTo(Share.atLeast(2, 3));
    assertThat(Shares.read("1/1")).isEqualTo(Share.atLeast(1, 1));
  }

  @Test
  void what_is_written_is_read_again() {
    for (var share : new Share[] {Share.moreThan(1, 2), Share.atLeast(4, 7)})
      assertThat(Shares.read(Shares.words(share))).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alle", "50 %", "3/2", "0/3", "1/0", "mehr als 1/1", "1/", "2:3"})
  void anything_else_is_no_share(String typed) {
    assertThat(Shares.read(typed)).isNull();
  }
}
