package cn.jianwang.retriage;

/**
 * A range of keys that one worker holds for a time.
 *
 * @param number where it stands among the run's parts
 * @param after  the last key that is done; the range begins behind it
 * @param to     the last key of the range
 * @param owner  the worker's mark: nobody without it can move the checkpoint
 * @param tally  what was counted up to {@code after}
 */
record Part(String run, int number, String after, String to, String owner, Tally.Kept tally) {
}
