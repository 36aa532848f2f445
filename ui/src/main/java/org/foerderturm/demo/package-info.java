/**
 * People, bodies, members, consortia and applications to try the product with, loaded at the start
 * with {@code foerderturm.demo=true}. Everything comes in by the commands that users send, with the
 * dates of the past weeks and years. One bid is real (Horizon 2020 lighthouse, DOMAIN 1); what is
 * invented says so.
 */
@NullMarked
package org.foerderturm.demo;

import org.jspecify.annotations.NullMarked;
