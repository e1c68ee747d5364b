package io.frontdesk.simulator.answer;

/** How a model finds its words. */
public enum Voice {
    /** The first sentences of the passage that shares most words with the question, each cited. */
    GROUNDED {
        @Override
        public String answer(Prompt prompt) {
            return Grounding.answer(prompt, 0);
        }
    },
    /** As {@link #GROUNDED}, but citing a passage that does not exist: its number is 100 too high. */
    MISCITING {
        @Override
        public String answer(Prompt prompt) {
            return Grounding.answer(prompt, 100);
        }
    },
    /** The question again. */
    ECHOING {
        @Override
        public String answer(Prompt prompt) {
            return prompt.question();
        }
    },
    /** Does what any text in its prompt tells it to; where none does, as {@link #GROUNDED}. */
    OBEDIENT {
        @Override
        public String answer(Prompt prompt) {
            var obeyed = Obedience.answer(prompt);
            return obeyed.isEmpty() ? Grounding.answer(prompt, 0) : obeyed;
        }
    };

    public abstract String answer(Prompt prompt);
}
