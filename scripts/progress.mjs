/**
 * Progress of the bootstrap in plain words, on stderr so that a command's own output stays clean.
 *
 * A step prints when it is done; one that takes long says so when it begins and, on a terminal, counts
 * its seconds. `quiet` leaves out the steps that had nothing to do.
 */
export function createProgress({ total = 0, quiet = false, stream = process.stderr } = {}) {
  const lively = Boolean(stream.isTTY) && !process.env.CI;
  let number = 0;

  function step(name, position) {
    number = position ?? number + 1;
    const label = total > 0 ? `${number}/${total} ${name}` : name;
    const began = process.hrtime.bigint();
    const seconds = () => Number(process.hrtime.bigint() - began) / 1e9;
    let timer;
    let worked = false;

    const clear = () => {
      clearInterval(timer);
      if (worked && lively) stream.write('\r\u001b[2K');
    };
    return {
      /** Says that real work begins: `what` is what is being done. */
      working(what) {
        worked = true;
        if (!lively) return void stream.write(`${label}: ${what} ...\n`);
        const draw = () => stream.write(`\r\u001b[2K${label}: ${what} ... ${Math.floor(seconds())} s`);
        draw();
        timer = setInterval(draw, 1000);
        timer.unref();
      },
      done(what) {
        clear();
        if (quiet && !worked) return;
        stream.write(`${label}: ${what}${worked ? ` (${seconds().toFixed(1)} s)` : ''}\n`);
      },
      failed() {
        clear();
      },
    };
  }
  return { step };
}

/** A failure whose message is all that the person needs: what happened and what to do; no stack. */
export class PlainError extends Error {}

/** Runs a script's main function; a PlainError prints its words only. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${error instanceof PlainError ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
