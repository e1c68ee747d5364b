package io.frontdesk.generation.prompt;

/**
 * What is sent to a model.
 *
 * @param version names the template it was made with
 * @param instructions what the house tells the model
 * @param material the passages and the question, which others wrote
 */
public record Prompt(String version, String instructions, String material) {}
