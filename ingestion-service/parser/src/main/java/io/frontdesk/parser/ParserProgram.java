package io.frontdesk.parser;

import io.frontdesk.parser.protocol.Frames;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The parser as a program. Exit codes: 0 no more requests; 2 the pipe broke, or what came in was not the protocol; 3 out of
 * memory, the reply was sent.
 */
public final class ParserProgram {

    private static final int MAX_DOCUMENT_BYTES = 128 * 1024 * 1024;

    private ParserProgram() {}

    /** Serves standard input until it ends. Takes no arguments. */
    public static void main(String[] args) {
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // the pipe is for replies: no library may write into it
        quietLibraries();
        Offline.enforce();
        Lifeline.hold();
        System.exit(serve(out));
    }

    private static int serve(BufferedOutputStream out) {
        try {
            var loop = new ParserLoop(new Frames(MAX_DOCUMENT_BYTES), new DocumentParser());
            return switch (loop.serve(new BufferedInputStream(System.in), out)) {
                case NO_MORE_REQUESTS -> 0;
                case OUT_OF_MEMORY -> 3;
            };
        } catch (IOException e) {
            System.err.println("parser: " + e);
            return 2;
        }
    }

    /** Libraries warn of every oddity in a document, in words taken from it. */
    private static void quietLibraries() {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        Logger.getLogger("").setLevel(Level.SEVERE);
    }
}
