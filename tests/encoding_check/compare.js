// Compares what encoding_cases wrote with the TextDecoder of Node.js or of a browser.
//
// usage: node compare.js FILE
//        node compare.js --page FILE OUT.html    a page that does the same in a browser, with the records inside it
'use strict';

function compare(bytes, report) {
  const utf8 = new TextDecoder('utf-8', {ignoreBOM: true});
  let at = bytes.indexOf(10);
  const names = utf8.decode(bytes.subarray(0, at++)).split(' ');
  const decoders = names.map(name => {
    try {
      return new TextDecoder(name);
    } catch (e) {
      return null;
    }
  });
  const counts = names.map(() => ({sequences: 0, points: 0, differences: 0}));
  const labels = {sequences: 0, points: 0, differences: 0};
  const read16 = () => (at += 2, bytes[at - 2] | bytes[at - 1] << 8);
  const read = () => {
    const size = read16();
    return bytes.subarray(at, at += size);
  };
  // A byte-order mark is taken off, and chosen by, before a TextDecoder sees the bytes ("decode" of the standard).
  const hasMark = b => b[0] === 0xEF && b[1] === 0xBB && b[2] === 0xBF || b[0] === 0xFE && b[1] === 0xFF || b[0] === 0xFF && b[1] === 0xFE;
  const cut = text => text.length > 200 ? text.slice(0, 200) + '...' : text;
  while (at < bytes.length) {
    const which = bytes[at++], given = read(), ours = utf8.decode(read());
    const name = which === 255 ? 'label' : names[which], count = which === 255 ? labels : counts[which];
    let theirs;
    if (which === 255) {
      try {
        theirs = new TextDecoder(String.fromCharCode(...given)).encoding;
      } catch (e) {
        theirs = ours === 'replacement' ? ours : ''; // TextDecoder has no decoder of that
      }
    } else if (!decoders[which] || hasMark(given)) {
      continue;
    } else {
      // A new one each time: those of Chromium keep some state from one whole text to the next.
      theirs = new TextDecoder(names[which]).decode(given);
    }
    count.sequences++;
    for (const point of theirs)
      count.points++;
    if (theirs !== ours) {
      if (count.differences++ < 5)
        report(`${name} ${cut([...given].map(b => b.toString(16).padStart(2, '0')).join(' '))}: ours ${cut(escape(ours))} theirs ${cut(escape(theirs))}`);
    }
  }
  const total = {sequences: 0, points: 0, differences: 0};
  names.forEach((name, i) => {
    if (!decoders[i])
      report(`${name}: no decoder there, not compared`);
    else if (counts[i].differences)
      report(`${name}: sequences ${counts[i].sequences}, code points compared ${counts[i].points}, differences ${counts[i].differences}`);
    for (const key in total)
      total[key] += counts[i][key];
  });
  report(`labels compared ${labels.sequences}, differences ${labels.differences}`);
  report(`sequences ${total.sequences}, code points compared ${total.points}, differences ${total.differences}`);
  return total.differences + labels.differences;
}

if (typeof require !== 'undefined') {
  const fs = require('fs');
  if (process.argv[2] === '--page') {
    const out = fs.openSync(process.argv[4], 'w');
    fs.writeSync(out, '<!DOCTYPE html><meta charset="utf-8"><pre id="out"></pre><script>const parts = [];\n');
    const bytes = fs.readFileSync(process.argv[3]);
    for (let i = 0; i < bytes.length; i += 3 << 20)
      fs.writeSync(out, `parts.push("${bytes.subarray(i, i + (3 << 20)).toString('base64')}");\n`);
    fs.writeSync(out, compare.toString());
    fs.writeSync(out, `
      const chunks = parts.map(part => Uint8Array.from(atob(part), c => c.charCodeAt(0)));
      const all = new Uint8Array(chunks.reduce((n, c) => n + c.length, 0));
      let offset = 0;
      for (const c of chunks) { all.set(c, offset); offset += c.length; }
      const pre = document.getElementById('out');
      const say = line => pre.append(line + '\\n');
      say(navigator.userAgent);
      try { compare(all, say); } catch (e) { say('failed: ' + e); }
      document.querySelectorAll('script').forEach(s => s.remove());
    </script>`);
    fs.closeSync(out);
  } else {
    console.log('node ' + process.version + ', ICU ' + process.versions.icu);
    process.exitCode = compare(fs.readFileSync(process.argv[2]), console.log) ? 1 : 0;
  }
}
