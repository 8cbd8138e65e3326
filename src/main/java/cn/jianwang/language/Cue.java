package cn.jianwang.language;

/** Concepts of the lexicon that say how other words are meant. Their names are fixed, their words are data. */
public enum Cue {
    /** Swallows every hit strictly inside it: 消毒 hides 毒. */
    词面陷阱,
    /** Hotline phrases; swallow hits like a trap and mark the text as a template. */
    模板话术,
    /** Negates what follows closely: 没有、并无. */
    否定词,
    /** Negates the rest of its clause: 未发现、未见. */
    未见词,
    /** Cancels the negation inside it: 并非没有. */
    双重否定词,
    /** Ends a scope: 但、却. */
    转折词,
    /** What follows in the sentence is supposed, not said to have happened: 如果、万一. */
    设想词,
    /** What follows in the clause is feared or to be prevented: 担心、以免. */
    担忧词,
    /** Makes its clause a question: 请问、是否. */
    询问词,
    /** A question that asserts: 难道、凭什么. */
    反问词,
    /** The rest of the sentence is hearsay: 听说、网传. */
    传闻词,
    /** The sentence tells of publicity, training or a drill. */
    宣讲词,
    /** Ends a publicity scope: 发现、查获. */
    发现词,
    /** What follows in the clause is proposed: 建议. */
    建议词
}
