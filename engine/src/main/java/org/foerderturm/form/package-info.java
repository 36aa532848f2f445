/**
 * Forms: the Camunda form schema, read once, drawn by the ui and checked again here on the server.
 *
 * <p>Beyond the published schema a component may carry these {@code properties}:
 *
 * <ul>
 *   <li>{@code label.en}, {@code description.en}, {@code text.en}, {@code values.en.<value>}:
 *       English
 *   <li>{@code unit = eur-cents} on a number: people see euros with two decimals, the value is
 *       whole cents
 *   <li>{@code picker = person}, {@code consortium}, {@code application} or {@code body} on a
 *       textfield: people choose by name, the value is the id; {@code picker = people}, {@code
 *       organisation}, {@code funder} or {@code call}: people choose a name that a register knows,
 *       or type one, the value is the name; {@code picker = paper}: a registered council paper, the
 *       value is its number. Beside an organisation {@code fills.country} and {@code fills.kind}
 *       name the fields that take what the registers know of it
 *   <li>{@code prefill = true}: the field starts with the case's variable of its name, {@code
 *       prefill = <variable>} with that one; in a prefilled list {@code prefill = false} leaves a
 *       column empty. Without it a field starts empty, unless it can only be read
 *   <li>{@code tense = past} on a day: it is about what has happened and can't lie in the future;
 *       {@code tense = any} says that it may. {@code first-year = 1000} asks nothing about years
 *       before 1900
 *   <li>{@code unique = true} on a field of a list: no two rows have the same value
 *   <li>on the field {@code outcome}: {@code consequence.<value>} says what follows and {@code
 *       confirm.<value>} asks once before it is done; {@code consequence.en.<value>} and {@code
 *       confirm.en.<value>} in English; {@code neutral = true} puts no option before the others, as
 *       in a vote; {@code show.<value>} is the condition under which an option is offered
 * </ul>
 *
 * Texts may hold {@code {{name}}} of a case's variables, and {@code {{subject}}} of the task
 * itself. Expressions are comparisons of fields with literals, nothing more; a schema with anything
 * else is refused when it is deployed.
 */
@NullMarked
package org.foerderturm.form;

import org.jspecify.annotations.NullMarked;
