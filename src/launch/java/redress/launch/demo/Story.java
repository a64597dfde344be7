package redress.launch.demo;

/**
 * How a complaint is told.
 *
 * @param language en, kri, bs, sr-Latn or sr-Cyrl
 * @param harmed SELF, FAMILY or KNOWN
 * @param sex of the person harmed, FEMALE or MALE
 * @param narrative the words
 */
record Story(String language, String harmed, String sex, String narrative) {}
