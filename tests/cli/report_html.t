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
  <li><a href="#open">Open plans</a></li>
  <li><a href="#next">What is next</a></li>
  <li><a href="#estimates">Estimates and time spent</a></li>
  <li><a href="#rollbacks">Rollback notes</a></li>
  </ul>
  </nav>
  <main id="main">
  <p class="lead">4 of 8 plans and 16 of 32 tasks are done; 2h 50m spent; 2h 20m to 2h 45m left as estimated; 1 plan blocked.</p>
  
  <section id="phases" aria-labelledby="phases-title">
  <h2 id="phases-title">Phases</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="phases-title">
  <table style="--ratio: 3ch">
  <thead>
  <tr><th scope="col" class="wide">Phase</th><th scope="col">Plans done</th><th scope="col" class="right">Tasks done</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th><th scope="col" class="right">References</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row" class="wide">01 Groundwork</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path class="full" d="M0 4h60"/></svg> <span class="ratio">2/2</span></td><td class="right">6/6</td><td class="right">1h</td><td class="right">1h 5m</td><td class="right">1</td></tr>
  <tr><th scope="row" class="wide">02 Callers</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h30"/></svg> <span class="ratio">2/4</span></td><td class="right">10/18</td><td class="right">3h–3h 15m</td><td class="right">1h 45m</td><td class="right">31</td></tr>
  <tr><th scope="row" class="wide">03 Farewell</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/></svg> <span class="ratio">0/2</span></td><td class="right">0/8</td><td class="right">35m–45m</td><td class="right"></td><td class="right">8</td></tr>
  <tr class="total"><th scope="row" class="wide strong">Total</th><td><svg class="bar" aria-hidden="true"><path class="track" d="M0 4h60"/><path d="M0 4h30"/></svg> <span class="ratio">4/8</span></td><td class="right">16/32</td><td class="right">4h 35m–5h</td><td class="right">2h 50m</td><td class="right">40</td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="open" aria-labelledby="open-title">
  <h2 id="open-title">Open plans</h2>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="open-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col" class="wide">Title</th><th scope="col">Status</th><th scope="col" class="right">Tasks done</th><th scope="col" class="right">Estimate</th><th scope="col">Owner</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row"><code>02-03</code></th><td class="wide">Nightly jobs</td><td class="active"><span class="mark active" aria-hidden="true">▸</span> in-progress</td><td class="right">2/6</td><td class="right">1h</td><td>maeve</td></tr>
  <tr><th scope="row"><code>02-04</code></th><td class="wide">Reports</td><td class="bad"><span class="mark bad" aria-hidden="true">!</span> blocked</td><td class="right">0/4</td><td class="right">45m–1h</td><td>tomasz</td></tr>
  <tr><th scope="row"><code>03-01</code></th><td class="wide">Remove the old module</td><td><span class="mark dim" aria-hidden="true">·</span> pending</td><td class="right">0/4</td><td class="right">15m</td><td></td></tr>
  <tr><th scope="row"><code>03-02</code></th><td class="wide">Keep it that way</td><td><span class="mark dim" aria-hidden="true">·</span> pending</td><td class="right">0/4</td><td class="right">20m–30m</td><td></td></tr>
  </tbody>
  </table>
  </div>
  </section>
  
  <section id="next" aria-labelledby="next-title">
  <h2 id="next-title">What is next</h2>
  <ul>
  <li><b>02-03/3</b> Modify boathouse/jobs/damage.py</li>
  </ul>
  </section>
  
  <section id="estimates" aria-labelledby="estimates-title">
  <h2 id="estimates-title">Estimates and time spent</h2>
  <p>4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: 1.3 times as long.</p>
  <div class="scroll" tabindex="0" role="group" aria-labelledby="estimates-title">
  <table>
  <thead>
  <tr><th scope="col">Plan</th><th scope="col" class="wide">Title</th><th scope="col" class="right">Estimate</th><th scope="col" class="right">Spent</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row"><code>01-01</code></th><td class="wide">A store that binds its values</td><td class="right">40m</td><td class="right">35m</td></tr>
  <tr><th scope="row"><code>01-02</code></th><td class="wide">The store makes its own tables</td><td class="right">20m</td><td class="right">30m</td></tr>
  <tr><th scope="row"><code>02-01</code></th><td class="wide">Boats and members</td><td class="right">30m</td><td class="right">25m</td></tr>
  <tr><th scope="row"><code>02-02</code></th><td class="wide">Bookings</td><td class="right">45m</td><td class="right">1h 20m</td></tr>
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
  </main>
  <footer>
  <p>Written by phaseline from the plans of the project.</p>
  </footer>
  </body>
  </html>
