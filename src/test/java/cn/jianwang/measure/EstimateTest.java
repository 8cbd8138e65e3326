package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    private static final int VAST = Integer.MAX_VALUE;

    /** Wilson limits as tables give them. */
    @ParameterizedTest
    @CsvSource({"0,10,0.0,0.2775", "1,29,0.0061,0.1718", "15,148,0.0624,0.1605", "81,263,0.2553,0.3662", "10,10,0.7225,1.0"})
    void aShareHasTheIntervalOfWilson(int yes, int asked, double low, double high) {
        Estimate share = Estimate.share(yes, asked, VAST);
        assertThat(share.value()).isEqualTo((double) yes / asked);
        assertThat(share.low()).isEqualTo(low, within(5e-5));
        assertThat(share.high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void whoAsksAllIsSureAndWhoAsksMostIsSurer() {
        assertThat(Estimate.share(3, 20, 20)).isEqualTo(new Estimate(0.15, 0.15, 0.15));
        Estimate most = Estimate.share(3, 20, 25);
        Estimate few = Estimate.share(3, 20, 25_000);
        assertThat(most.high() - most.low()).isLessThan((few.high() - few.low()) / 1.5);
    }

    @Test
    void amountsThatAreSureGiveASureShare() {
        Estimate share = new Estimate(80, 80, 80).amongst(new Estimate(20, 20, 20));
        assertThat(share.value()).isEqualTo(0.8, within(1e-9));
        assertThat(share.low()).isEqualTo(0.8, within(1e-9));
        assertThat(share.high()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void whereNothingWasFoundTheShareMayBeAnything() {
        assertThat(Estimate.NOUGHT.amongst(Estimate.NOUGHT)).isEqualTo(new Estimate(0, 0, 1));
        Estimate nonePushed = Estimate.share(0, 20, 100).times(100).amongst(Estimate.share(2, 100, 1000).times(1000));
        assertThat(nonePushed.value()).isZero();
        assertThat(nonePushed.low()).isZero();
        assertThat(nonePushed.high()).isBetween(0.05, 1.0);
        Estimate noneMissed = Estimate.share(20, 20, 100).times(100).amongst(Estimate.share(0, 100, 1000).times(1000));
        assertThat(noneMissed.high()).isEqualTo(1);
        assertThat(noneMissed.low()).isBetween(0.6, 0.9);
    }

    /** Draws many samples from a known whole: about 95 in 100 intervals must hold the true recall. */
    @ParameterizedTest
    @CsvSource({"60,60,45,940,10,200", "300,100,210,9700,60,200", "300,100,210,9700,300,500", "30,30,12,4970,40,300", "500,50,400,5000,250,400"})
    void theIntervalOfTheRecallHoldsTheTruthAsOftenAsItSays(int pushed, int askedPushed, int good, int others, int lost, int askedOthers) {
        double truth = (double) good / (good + lost);
        Random random = new Random(20261124);
        int rounds = 4_000;
        long held = IntStream.range(0, rounds).filter(round -> {
            Estimate found = Estimate.share(drawn(random, good, pushed, askedPushed), askedPushed, pushed).times(pushed);
            Estimate missed = Estimate.share(drawn(random, lost, others, askedOthers), askedOthers, others).times(others);
            Estimate recall = Estimate.sum(List.of(found)).amongst(missed);
            return recall.low() <= truth && truth <= recall.high();
        }).count();
        assertThat(held / (double) rounds).isBetween(0.93, 0.995);
    }

    private static int drawn(Random random, int good, int whole, int asked) {
        int yes = 0;
        int left = whole;
        for (int i = 0; i < asked; i++) {
            if (random.nextInt(left--) < good - yes) {
                yes++;
            }
        }
        return yes;
    }
}
