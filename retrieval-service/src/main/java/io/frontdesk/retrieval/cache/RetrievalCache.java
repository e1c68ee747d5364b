package io.frontdesk.retrieval.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What retrieval remembers on the Redis that may forget. A value must say itself under which key it was written, and whose it
 * is: whoever reads it checks that, since a connection on which a reply was left over answers another question.
 */
public interface RetrievalCache {
    /** The values of these keys, in their order, in one round trip; nothing where Redis does not answer in time. */
    Uni<List<Optional<byte[]>>> read(List<String> keys);

    /** Remembers a value for a while, if Redis answers in time. */
    Uni<Void> write(String key, byte[] value, Duration lifetime);
}
