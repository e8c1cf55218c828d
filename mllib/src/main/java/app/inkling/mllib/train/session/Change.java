package app.inkling.mllib.train.session;

/**
 * What a session changed for the samples of one meaning: "9 of your 12 held-out sevens, before 6".
 *
 * @param target such as {@code 7}; empty where samples have none
 * @param before right answers with the parent
 * @param after right answers after the session, by models that had not trained on the sample
 * @param of answers asked for
 */
public record Change(String target, int before, int after, int of) {}
