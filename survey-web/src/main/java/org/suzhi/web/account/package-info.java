/** Accounts: who may sign in, as what, and the audit log of what they did. */
@NullMarked
package org.suzhi.web.account;

import org.jspecify.annotations.NullMarked;
