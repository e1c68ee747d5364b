package io.frontdesk.generation.guard;

import java.util.List;

/**
 * What a model writes, on its way to the reader: what nobody sees taken out, personal data put back, then images, HTML and foreign
 * links taken out; and ended where the model repeats its instructions.
 */
public final class OutputGuard implements TextFilter {
    private final InstructionEcho echo;
    private final TextFilter chain;

    /**
     * Guards one answer.
     *
     * @param placeholders of its prompt
     * @param links that it may hold
     * @param instructions of its prompt
     * @param sayable what stands in these to be said
     */
    public OutputGuard(Placeholders placeholders, KnownLinks links, String instructions, List<String> sayable) {
        this.echo = new InstructionEcho(instructions, sayable);
        this.chain = new VisibleText()
                .then(placeholders.putBack())
                .then(new SafeLinks(links))
                .then(echo);
    }

    @Override
    public String feed(String delta) {
        return chain.feed(delta);
    }

    @Override
    public String finish() {
        return chain.finish();
    }

    /** Whether the text was ended before its end. */
    public boolean hasEnded() {
        return echo.hasEchoed();
    }
}
