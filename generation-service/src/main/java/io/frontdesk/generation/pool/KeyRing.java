package io.frontdesk.generation.pool;

import java.util.List;

/** The keys there are at the moment, each alias once. */
@FunctionalInterface
public interface KeyRing {
    List<LlmKey> keys();
}
