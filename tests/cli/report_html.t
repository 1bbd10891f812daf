The progress report as a page for a browser.

  $ cp -r "$EXAMPLE" x && cd x
  $ phaseline report --format html | sed -n '/<body>/,$p'
  <body>
  <a class="skip" href="#main">Skip to the report</a>
  <header>
  <h1>Bound queries for the boathouse: progress</h1>
  <p><time datetime="2026-01-14">2026-01-14</time></p>
  </header>
  <nav aria-label="Contents">
  <ul>
  <li><a href="#phases">Phases</a></li>
  <li><a href="#blocked">Blocked and late</a></li>
  <li><a href="#contradictions">Contradictions</a></li>
  <li><a href="#estimates">Estimates and time spent</a></li>
  <li><a href="#refs">References cleared</a></li>
  <li><a href="#rollbacks">Rollback notes</a></li>
  <li><a href="#next">What is next</a></li>
  <li><a href="#plans">Plan by plan</a></li>
  </ul>
  </nav>
  <main id="main">
  <p class="lead">4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated.</p>
  <p>Needs a decision: 1 blocked plan, 1 claim contradicted.</p>
  
  <section id="phases" aria-labelledby="phases-title">
  <h2 id="phases-title">Phases</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="phases-title">
  <table style="--ratio: 3ch">
  <thead>
  <tr><th scope="col" class="wide">Phase</th><th scope="col">Plans done</th><th scope="col" class="right">Tasks done</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th><th scope="col" class="right">References</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row" class="wide">01 Groundwork</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path class="full" d="M0 4h60"/></svg> <span class="ratio">2/2</span></td><td class="right">6/6</td><td class="right">1h</td><td class="right">1h 5m</td><td class="right">1</td></tr>
  <tr><th scope="row" class="wide">02 Callers</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h30"/></svg> <span class="ratio">2/4</span></td><td class="right">10/18</td><td class="right">3h–3h 15m</td><td class="right">1h 45m</td><td class="right bad"><span class="mark bad" aria-hidden="true">!</span> 16/30</td></tr>
  <tr><th scope="row" class="wide">03 Farewell</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/></svg> <span class="ratio">0/2</span></td><td class="right">0/8</td><td class="right">35m–45m</td><td class="right"></td><td class="right">0/6</td></tr>
  <tr class="total"><th scope="row" class="wide strong">Total</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h30"/></svg> <span class="ratio">4/8</span></td><td class="right">16/32</td><td class="right">4h 35m–5h</td><td class="right">2h 50m</td><td class="right bad"><span class="mark bad" aria-hidden="true">!</span> 16/36</td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="blocked" aria-labelledby="blocked-title">
  <h2 id="blocked-title">Blocked and late</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="blocked-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col" class="wide">Title</th><th scope="col">Owner</th><th scope="col" class="wide">What holds it up</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row"><code>02-04/1</code></th><td class="wide">Compare last year&#39;s invoices in the new layout</td><td>tomasz</td><td class="wide">blocked</td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="contradictions" aria-labelledby="contradictions-title">
  <h2 id="contradictions-title">Contradictions</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="contradictions-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col">Where</th><th scope="col" class="wide">What</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row"><code>02-02</code></th><td class="path"><code>boathouse/<wbr>bookings.py:30</code></td><td class="wide">says done, 1 reference still stands</td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="estimates" aria-labelledby="estimates-title">
  <h2 id="estimates-title">Estimates and time spent</h2>
  <p>4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: 1.26 times as long.</p>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="estimates-title">
  <table>
  <thead>
  <tr><th scope="col" class="wide">Phase</th><th scope="col" class="right">Plans</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th><th scope="col" class="right">Ratio</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row" class="wide">01 Groundwork</th><td class="right">2</td><td class="right">1h</td><td class="right">1h 5m</td><td class="right">1.08</td></tr>
  <tr><th scope="row" class="wide">02 Callers</th><td class="right">2</td><td class="right">1h 15m</td><td class="right">1h 45m</td><td class="right">1.40</td></tr>
  </tbody>
  </table>
  </div>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="estimates-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col" class="wide">Title</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th><th scope="col" class="right">Ratio</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row"><code>02-02</code></th><td class="wide">Bookings</td><td class="right">45m</td><td class="right">1h 20m</td><td class="right">1.78</td></tr>
  <tr><th scope="row"><code>01-02</code></th><td class="wide">The store makes its own tables</td><td class="right">20m</td><td class="right">30m</td><td class="right">1.50</td></tr>
  <tr><th scope="row"><code>01-01</code></th><td class="wide">A store that binds its values</td><td class="right">40m</td><td class="right">35m</td><td class="right">0.88</td></tr>
  <tr><th scope="row"><code>02-01</code></th><td class="wide">Boats and members</td><td class="right">30m</td><td class="right">25m</td><td class="right">0.83</td></tr>
  </tbody>
  </table>
  </div>
  <figure>
  <figcaption>Estimate and time spent</figcaption>
  <svg class="plot" width="560" height="340" viewBox="0 0 560 340" role="img">
  <title>Estimate and time spent</title>
  <desc>Finished plans by estimate and by the time they took; above the diagonal it was longer than estimated.</desc>
  <path class="grid" d="M62 300H532"/>
  <text class="end" x="54" y="304">0m</text>
  <path class="grid" d="M62 254H532"/>
  <text class="end" x="54" y="258">15m</text>
  <path class="grid" d="M62 208H532"/>
  <text class="end" x="54" y="212">30m</text>
  <path class="grid" d="M62 162H532"/>
  <text class="end" x="54" y="166">45m</text>
  <path class="grid" d="M62 116H532"/>
  <text class="end" x="54" y="120">1h</text>
  <path class="grid" d="M62 70H532"/>
  <text class="end" x="54" y="74">1h 15m</text>
  <path class="grid" d="M62 24H532"/>
  <text class="end" x="54" y="28">1h 30m</text>
  <path class="base" d="M62 300H532"/>
  <path class="base" d="M62 300V304"/>
  <text class="middle" x="62" y="318">0m</text>
  <path class="base" d="M140.3 300V304"/>
  <text class="middle" x="140.3" y="318">15m</text>
  <path class="base" d="M218.7 300V304"/>
  <text class="middle" x="218.7" y="318">30m</text>
  <path class="base" d="M297 300V304"/>
  <text class="middle" x="297" y="318">45m</text>
  <path class="base" d="M375.3 300V304"/>
  <text class="middle" x="375.3" y="318">1h</text>
  <path class="base" d="M453.7 300V304"/>
  <text class="middle" x="453.7" y="318">1h 15m</text>
  <path class="base" d="M532 300V304"/>
  <text class="middle" x="532" y="318">1h 30m</text>
  <text class="axis" x="0" y="11">Spent</text>
  <text class="axis end" x="532" y="334">Estimate</text>
  <path class="even" d="M62 300L532 24"/>
  <text class="axis end" x="532" y="18">Spent = Estimate</text>
  <circle class="pair" cx="270.9" cy="192.7" r="3.5"><title>01-01 A store that binds its values: Estimate 40m, Spent 35m</title></circle>
  <circle class="pair" cx="166.4" cy="208" r="3.5"><title>01-02 The store makes its own tables: Estimate 20m, Spent 30m</title></circle>
  <circle class="pair" cx="218.7" cy="223.3" r="3.5"><title>02-01 Boats and members: Estimate 30m, Spent 25m</title></circle>
  <circle class="pair" cx="297" cy="54.7" r="3.5"><title>02-02 Bookings: Estimate 45m, Spent 1h 20m</title></circle>
  <text class="name end" x="289" y="58.7">02-02</text>
  <text class="name end" x="158.4" y="212">01-02</text>
  <text class="name" x="278.9" y="196.7">01-01</text>
  <text class="name" x="226.7" y="227.3">02-01</text>
  </svg>
  </figure>
  <p>That is too little to say what the rest will take: it needs 5 finished plans with an estimate and a time spent.</p>
  </section>
  
  <section id="refs" aria-labelledby="refs-title">
  <h2 id="refs-title">References cleared</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="refs-title">
  <table style="--ratio: 5ch">
  <thead>
  <tr><th scope="col" class="wide">Phase</th><th scope="col" class="right">References</th><th scope="col" class="right">Compared with the code</th><th scope="col">Cleared</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row" class="wide">01 Groundwork</th><td class="right">1</td><td class="right">0</td><td></td></tr>
  <tr><th scope="row" class="wide">02 Callers</th><td class="right">31</td><td class="right">30</td><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h32"/></svg> <span class="ratio">16/30</span></td></tr>
  <tr><th scope="row" class="wide">03 Farewell</th><td class="right">8</td><td class="right">6</td><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/></svg> <span class="ratio">0/6</span></td></tr>
  <tr class="total"><th scope="row" class="wide">Total</th><td class="right">40</td><td class="right">36</td><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h26"/></svg> <span class="ratio">16/36</span></td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="rollbacks" aria-labelledby="rollbacks-title">
  <h2 id="rollbacks-title">Rollback notes</h2>
  <ul>
  <li><b>02-02</b> <time datetime="2026-03-09">2026-03-09</time>: rolled back on the first try: `day` was bound as a date object, and bookings made by the old code no longer matched; text is bound now</li>
  </ul>
  </section>
  
  <section id="next" aria-labelledby="next-title">
  <h2 id="next-title">What is next</h2>
  <ul>
  <li><b>02-03/3</b> Modify boathouse/jobs/damage.py</li>
  </ul>
  <p>3 open plans cannot start yet: blocked, or waiting for others.</p>
  <p>The longest way to the end takes 1h 32m of work, one plan after the other:</p>
  <ol>
  <li><b>02-04</b> Reports</li>
  <li><b>03-01</b> Remove the old module</li>
  <li><b>03-02</b> Keep it that way</li>
  </ol>
  <figure>
  <figcaption>What waits for what</figcaption>
  <div class="scroll" tabindex="0" role="group" aria-label="What waits for what">
  <svg class="graph" width="570" height="111" viewBox="0 0 570 111" role="img">
  <title>What waits for what</title>
  <desc>Open plans from left to right in the order in which they can start; 3 waits.</desc>
  <path class="edge" d="M161 91C187.4 91 178.6 43 205 43"/>
  <path class="edge critical" d="M161 43C187.4 43 178.6 43 205 43"/>
  <path class="edge critical" d="M365 43C391.4 43 382.6 43 409 43"/>
  <text class="axis" x="1" y="12">wave 1</text>
  <g class="node critical">
  <title>02-04 Reports, 52m</title>
  <rect x="1" y="24" width="160" height="38" rx="2"/>
  <text class="mark bad" x="9" y="39">!</text>
  <text class="name" x="21" y="39">02-04</text>
  <text class="end" x="153" y="39">52m</text>
  <text x="9" y="54">Reports</text>
  </g>
  <g class="node">
  <title>02-03 Nightly jobs, 40m</title>
  <rect x="1" y="72" width="160" height="38" rx="2"/>
  <text class="mark active" x="9" y="87">▸</text>
  <text class="name" x="21" y="87">02-03</text>
  <text class="end" x="153" y="87">40m</text>
  <text x="9" y="102">Nightly jobs</text>
  </g>
  <text class="axis" x="205" y="12">wave 2</text>
  <g class="node critical">
  <title>03-01 Remove the old module, 15m</title>
  <rect x="205" y="24" width="160" height="38" rx="2"/>
  <text class="mark dim" x="213" y="39">·</text>
  <text class="name" x="225" y="39">03-01</text>
  <text class="end" x="357" y="39">15m</text>
  <text x="213" y="54">Remove the old module</text>
  </g>
  <text class="axis" x="409" y="12">wave 3</text>
  <g class="node critical">
  <title>03-02 Keep it that way, 25m</title>
  <rect x="409" y="24" width="160" height="38" rx="2"/>
  <text class="mark dim" x="417" y="39">·</text>
  <text class="name" x="429" y="39">03-02</text>
  <text class="end" x="561" y="39">25m</text>
  <text x="417" y="54">Keep it that way</text>
  </g>
  </svg>
  </div>
  </figure>
  </section>
  
  <section id="plans" aria-labelledby="plans-title">
  <h2 id="plans-title">Plan by plan</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="plans-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col" class="wide">Title</th><th scope="col">Status</th><th scope="col" class="right">Tasks done</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th><th scope="col" class="right">References</th><th scope="col">Owner</th><th scope="col">Completed</th></tr>
  </thead>
  <tbody>
  <tr class="group"><th scope="rowgroup" colspan="9">01 Groundwork</th></tr>
  <tr><th scope="row"><code>01-01</code></th><td class="wide">A store that binds its values</td><td class="good"><span class="mark good" aria-hidden="true">✓</span> done</td><td class="right">3/3</td><td class="right">40m</td><td class="right">35m</td><td class="right">1</td><td>maeve</td><td><time datetime="2026-03-03">2026-03-03</time></td></tr>
  <tr><th scope="row"><code>01-02</code></th><td class="wide">The store makes its own tables</td><td class="good"><span class="mark good" aria-hidden="true">✓</span> done</td><td class="right">3/3</td><td class="right">20m</td><td class="right">30m</td><td class="right"></td><td>maeve</td><td><time datetime="2026-03-03">2026-03-03</time></td></tr>
  </tbody>
  <tbody>
  <tr class="group"><th scope="rowgroup" colspan="9">02 Callers</th></tr>
  <tr><th scope="row"><code>02-01</code></th><td class="wide">Boats and members</td><td class="good"><span class="mark good" aria-hidden="true">✓</span> done</td><td class="right">5/5</td><td class="right">30m</td><td class="right">25m</td><td class="right">10/10</td><td>maeve</td><td><time datetime="2026-03-05">2026-03-05</time></td></tr>
  <tr><th scope="row"><code>02-02</code></th><td class="wide">Bookings</td><td class="good"><span class="mark good" aria-hidden="true">✓</span> done</td><td class="right">3/3</td><td class="right">45m</td><td class="right">1h 20m</td><td class="right bad"><span class="mark bad" aria-hidden="true">!</span> 4/5</td><td>tomasz</td><td><time datetime="2026-03-10">2026-03-10</time></td></tr>
  <tr><th scope="row"><code>02-03</code></th><td class="wide">Nightly jobs</td><td class="active"><span class="mark active" aria-hidden="true">▸</span> in-progress</td><td class="right">2/6</td><td class="right">1h</td><td class="right"></td><td class="right">2/10</td><td>maeve</td><td></td></tr>
  <tr><th scope="row"><code>02-04</code></th><td class="wide">Reports</td><td class="bad"><span class="mark bad" aria-hidden="true">!</span> blocked</td><td class="right">0/4</td><td class="right">45m–1h</td><td class="right"></td><td class="right">0/5</td><td>tomasz</td><td></td></tr>
  </tbody>
  <tbody>
  <tr class="group"><th scope="rowgroup" colspan="9">03 Farewell</th></tr>
  <tr><th scope="row"><code>03-01</code></th><td class="wide">Remove the old module</td><td><span class="mark dim" aria-hidden="true">·</span> pending</td><td class="right">0/4</td><td class="right">15m</td><td class="right"></td><td class="right">0/4</td><td></td><td></td></tr>
  <tr><th scope="row"><code>03-02</code></th><td class="wide">Keep it that way</td><td><span class="mark dim" aria-hidden="true">·</span> pending</td><td class="right">0/4</td><td class="right">20m–30m</td><td class="right"></td><td class="right">0/2</td><td></td><td></td></tr>
  </tbody>
  </table>
  </div>
  </section>
  </main>
  <footer>
  <p>Written by phaseline from the plans of the project.</p>
  </footer>
  </body>
  </html>
