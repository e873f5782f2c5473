const unfit = /[\u0000-\u001f\u007f"*/:<>?\\|]/g;

/** Names that some systems keep for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const longestName = 120;

/** A name as every file system takes it; accents stay. Empty when nothing of it can stay. */
function fittingName(name: string): string {
  const fitting = name
    .normalize('NFC')
    .replace(unfit, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = fitting.lastIndexOf('.');
  const ending = dot > 0 && fitting.length - dot <= 12 ? fitting.slice(dot) : '';
  const stem = fitting.slice(0, fitting.length - ending.length);
  const short = [...stem].slice(0, longestName - ending.length).join('') + ending;
  return device.test(short) ? `_${short}` : short;
}

/** Gives each thing of a package a path of its own, also where capitals do not count ("A.png", "a.png"). */
export class PackagePaths {
  readonly #taken = new Set<string>();

  /** @param folder "files" @param name as people call it; `fallback` where nothing of the name can stay */
  take(folder: string, name: string, fallback: string): string {
    const wanted = fittingName(name) || fallback;
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${stem}${count === 1 ? '' : ` (${count})`}${ending}`;
      const key = path.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return path;
    }
  }
}
