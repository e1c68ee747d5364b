/** Where the instances of a service are: listed, or looked up again and again in DNS or in Kubernetes. */
@NullMarked
package io.frontdesk.kit.discovery;

import org.jspecify.annotations.NullMarked;
