package io.frontdesk.generation.classify;

/** What a message is. */
public sealed interface Reading {
    /** As it is called in explanations. */
    String name();

    /** Something to be looked up in the documents: whatever is nothing else. */
    record Question() implements Reading {
        @Override
        public String name() {
            return "question";
        }
    }

    /**
     * Nothing but courtesy, or talk about the assistant itself.
     *
     * @param language in which it was said (ISO 639-1)
     */
    record SmallTalk(Kind kind, String language) implements Reading {
        /** From what says least to what says most: the most decides where several are said. */
        public enum Kind {
            ACKNOWLEDGEMENT,
            GREETING,
            THANKS,
            GOODBYE,
            OPENING,
            WELLBEING,
            ASSISTANT
        }

        @Override
        public String name() {
            return "small_talk";
        }
    }

    /** Anger at the business, which asks for nothing that a document holds. */
    record Complaint() implements Reading {
        @Override
        public String name() {
            return "complaint";
        }
    }

    /** A wish to be heard by a human. */
    record WantsHuman() implements Reading {
        @Override
        public String name() {
            return "wants_human";
        }
    }

    /** What no document of any business answers: jokes, poems, orders to the machine, keys hit at random. */
    record OffTopic() implements Reading {
        @Override
        public String name() {
            return "off_topic";
        }
    }
}
