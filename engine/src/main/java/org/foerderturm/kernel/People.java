package org.foerderturm.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows who works here. A parameter of command handlers, for rules about a person whom somebody
 * picked. What it says is what lists show, a moment old at most.
 */
public interface People {
  /** Empty if nobody of that user id was ever registered. */
  Optional<Person> find(String userId);

  /**
   * Whoever is locked can't do what somebody would be picked for.
   *
   * @throws Rejected {@code person-locked}
   */
  default void mustNotBeLocked(String userId) {
    if (find(userId).map(Person::locked).orElse(false))
      throw new Rejected("person-locked", Map.of("userId", userId));
  }

  /**
   * @param locked may not sign in at present
   */
  record Person(String userId, Set<Role> roles, boolean locked) {
    public Person {
      roles = Set.copyOf(roles);
    }
  }
}
