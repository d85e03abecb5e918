/** Collection: submissions checked, stored in one transaction, answered after the commit. */
@NullMarked
package org.suzhi.web.collection;

import org.jspecify.annotations.NullMarked;
