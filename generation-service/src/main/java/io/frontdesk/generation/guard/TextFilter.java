package io.frontdesk.generation.guard;

/** Changes a text while it streams. However the text is cut into deltas, the same comes out. Not thread-safe. */
public interface TextFilter {
    /** What is certain after this much more text. */
    String feed(String delta);

    /** The rest, when nothing more comes. */
    String finish();

    /** A text that is there as a whole. */
    default String whole(String text) {
        return feed(text) + finish();
    }

    /** This filter, and another on what it lets through. */
    default TextFilter then(TextFilter next) {
        TextFilter first = this;
        return new TextFilter() {
            @Override
            public String feed(String delta) {
                return next.feed(first.feed(delta));
            }

            @Override
            public String finish() {
                return next.feed(first.finish()) + next.finish();
            }
        };
    }
}
