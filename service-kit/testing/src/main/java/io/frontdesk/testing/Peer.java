package io.frontdesk.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the field of a test that gets the {@link WireMockPeer} of a service. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Peer {
    /** The service's name, such as {@code retrieval-service}. */
    String value();
}
