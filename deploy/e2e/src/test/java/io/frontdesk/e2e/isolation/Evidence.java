package io.frontdesk.e2e.isolation;

import java.util.List;

/** What the other tenant has, and where its texts turn up. */
interface Evidence {
    /** Changes when any row of the other tenant does. */
    String rows();

    /** Texts that nobody but the other tenant may see. */
    List<String> canaries();

    /** Where canaries stand outside responses: one line each. */
    List<String> sightings();
}
