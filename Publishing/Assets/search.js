// Filters the yearly lists search/{yyyy}.js, which call sunshineIndex([...]); a classic script, so that it also works from a folder.
(function () {
  'use strict';
  var found = document.getElementById('found');
  if (!found) return;
  var say = found.dataset, most = 50, years = say.years ? say.years.split(' ') : [], entries = [], waiting = years.length, missing = false;
  var query = (new URLSearchParams(location.search).get('q') || '').trim();
  var field = document.getElementById('q');
  if (field) field.value = query;
  if (!query) return;

  var names = {};
  document.querySelectorAll('[data-village]').forEach(function (a) { names[a.dataset.village] = a.textContent.trim(); });

  function plain(text) { return (text || '').normalize('NFKC').toLowerCase(); }
  function squeezed(text) { return plain(text).replace(/[\s〔〕\[\]()（）]/g, ''); }

  // 央政公示〔2026〕12号, 2026-12 and 2026-0012 → 2026-12; 12 → 12 of any year; a contract's number as it is.
  function numberOf(text) {
    var t = plain(text), m = /〔\s*(\d{4})\s*〕\s*0*(\d+)\s*号/.exec(t) || /^[\[(]?(\d{4})[\])]?\s*[-年\s]\s*0*(\d+)\s*号?$/.exec(t);
    if (m) return { year: m[1], ordinal: m[2] };
    m = /^0*(\d+)\s*号?$/.exec(t);
    return m ? { ordinal: m[1] } : null;
  }
  function exact(entry) {
    if (squeezed(entry.n) === squeezed(query)) return true;
    var asked = numberOf(query), has = numberOf(entry.n);
    return !!(asked && has && has.year && asked.ordinal === has.ordinal && (!asked.year || asked.year === has.year));
  }
  function holds(words) {
    return function (entry) {
      var all = plain([entry.n, entry.t, entry.e, names[entry.v]].join(' '));
      return words.every(function (w) { return all.indexOf(w) >= 0; });
    };
  }
  function line(entry) {
    var item = document.createElement('li'), link = document.createElement('a'), about = document.createElement('p');
    var english = say.english === '1' && entry.e;
    link.href = say.root + say.pages + entry.u;
    link.textContent = english ? entry.e : entry.t;
    if (say.english === '1' && !entry.e) link.lang = 'zh-Hans';
    about.className = 'quiet';
    about.textContent = [entry.n, names[entry.v], entry.d].filter(Boolean).join(' · ');
    item.append(link, about);
    return item;
  }
  function paragraph(text) {
    var p = document.createElement('p');
    p.textContent = text;
    return p;
  }
  function show() {
    var hits = entries.filter(exact);
    if (!hits.length) hits = entries.filter(holds(plain(query).split(/\s+/)));
    hits.sort(function (a, b) { return a.d < b.d ? 1 : a.d > b.d ? -1 : a.u < b.u ? 1 : a.u > b.u ? -1 : 0; });
    found.replaceChildren(paragraph(!hits.length ? say.none : hits.length === 1 ? say.one : say.many.replace('{0}', hits.length)));
    if (missing) found.append(paragraph(say.missing));
    if (!hits.length) return;
    var list = document.createElement('ul');
    list.className = 'cases';
    hits.slice(0, most).forEach(function (entry) { list.append(line(entry)); });
    found.append(list);
    if (hits.length > most) found.append(paragraph(say.more.replace('{0}', hits.length - most)));
  }
  function done() { if (--waiting === 0) show(); }

  window.sunshineIndex = function (more) { entries = entries.concat(more); };
  found.replaceChildren(paragraph(say.wait));
  if (!years.length) show();
  years.forEach(function (year) {
    var script = document.createElement('script');
    script.src = say.root + 'search/' + year + '.js';
    script.onload = done;
    script.onerror = function () { missing = true; done(); };
    document.head.append(script);
  });
})();
