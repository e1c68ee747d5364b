package io.frontdesk.contracts.index;

import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a staged version of a document the one that is searched, in one transaction that also removes its predecessor and
 * raises the tenant's knowledge version.
 *
 * @param chunks how many chunks were staged; refused with 409 where it is another number
 * @param collection {@link Collection#KNOWLEDGE} where absent; a document stays in the one that it was first published to
 * @param acl labels that a caller must all have to see the document
 */
public record Publication(
        String title,
        @Nullable String url,
        Collection collection,
        List<String> acl,
        Map<String, String> metadata,
        int chunks) {
    public Publication {
        collection = collection == null ? Collection.KNOWLEDGE : collection;
        if (title == null) {
            throw new InvalidField("title", "must be given");
        }
        acl = List.copyOf(acl);
        metadata = Map.copyOf(metadata);
        if (chunks < 1) {
            throw new InvalidField("chunks", "must be at least 1, is " + chunks);
        }
    }
}
