/** Colours of lines and bars: each 3:1 or more on white, and told apart also by who sees no red or no green. */

const palette = ['#0b5cab', '#d2691e', '#7a3fb0', '#0a8f8f', '#c42e93', '#9a7500', '#5aa0e6', '#59636f'];
const bad = '#b3121f';
const good = '#2c8a4b';

/** What is not told apart any more. */
export const othersColour = '#8d97a5';

/** Of more than these, the rest is drawn as one. */
export const mostColours = palette.length;

const badWords =
  /refused|rejected|fail|error|broken|without a start|not opened|overdue|came back|given up|wrong|locked|rolled back/i;
const goodWords = /approved|completed|started|acknowledged|ended well|opened|shown/i;

const colourOf = (label, isFree) => {
  if (badWords.test(label) && isFree(bad)) return bad;
  if (goodWords.test(label) && isFree(good)) return good;
  return palette.find(isFree) ?? othersColour;
};

/** A colour for each label; what is bad is red and what is good is green, where that can be told. @param {string[]} labels */
export const coloursOf = (labels) => {
  const used = new Set();
  return labels.map((label) => {
    const colour = colourOf(label, (each) => !used.has(each));
    used.add(colour);
    return colour;
  });
};
